library(testthat)
library(tarazy)

test_check("tarazy")
