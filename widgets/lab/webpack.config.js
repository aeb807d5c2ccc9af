// Module numbers that do not depend on the folder of the checkout: the build is committed and compared.
module.exports = { optimization: { moduleIds: "natural" } };
