"""The method page: the maths, an example by hand, live checks, and what the method cannot say."""

from burdens.pages.method.page import MethodPage

__all__ = ["MethodPage"]
