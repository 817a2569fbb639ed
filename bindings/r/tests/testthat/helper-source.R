# The examples and fixtures lie in the source code of Tarazy: TARAZY_SOURCE names it, where the tests do not run in it.
source_root <- function() {
    root <- Sys.getenv("TARAZY_SOURCE", "")
    if (!nzchar(root)) root <- file.path("..", "..", "..", "..")
    if (!file.exists(file.path(root, "bindings", "fixtures", "cases.jsonl"))) {
        testthat::skip("the source code of Tarazy is not here; set TARAZY_SOURCE")
    }
    normalizePath(root)
}

build_root <- function() {
    build <- Sys.getenv("TARAZY_BUILD", "")
    if (nzchar(build)) normalizePath(build) else file.path(source_root(), "build", "release")
}

# As the program reads it: an empty cell is missing, and NA is a text, which may be Namibia.
read_frame <- function(path) {
    read.csv(path, na.strings = "", check.names = FALSE, stringsAsFactors = FALSE, encoding = "UTF-8")
}

example_votes <- function() read_frame(file.path(source_root(), "examples/invented-assembly/votes.csv"))
example_roll_calls <- function() read_frame(file.path(source_root(), "examples/invented-assembly/roll_calls.csv"))

similarity_63 <- function(...) align_similarity(..., roll_calls = example_roll_calls(), sessions = 63)
