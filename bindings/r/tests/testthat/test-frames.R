# Data frames on their way in and out.

through <- function(frame, ...) data_convert(frame, "-", ...)

test_that("numbers come back as they went", {
    back <- through(data.frame(whole = c(1L, NA, 3L), real = c(0.1 + 0.2, 1e-300, NA), round = c(2, 365, NA)))
    expect_identical(back$whole, c(1L, NA, 3L))
    expect_identical(back$real, c(0.1 + 0.2, 1e-300, NA))
    expect_identical(back$round, c(2L, 365L, NA), label = "whole numbers are integers, as from a file")
})

test_that("integers that do not fit become doubles", {
    back <- through(data.frame(x = c(2^40, 1)))
    expect_identical(back$x, c(2^40, 1))
})

test_that("texts, factors, dates and flags", {
    frame <- data.frame(text = c("NA", NA, "\u049a\u0430\u0437\u0430\u049b"), flag = c(TRUE, NA, FALSE),
                        factor = factor(c("b", NA, "a"), levels = c("a", "b")),
                        day = as.Date(c("2020-01-31", NA, "1992-03-02")),
                        time = as.POSIXct(c("2020-01-31 12:30:00", NA, "1992-03-02 00:00:00"), tz = "UTC"))
    back <- through(frame)
    expect_identical(back$text, c("NA", NA, "\u049a\u0430\u0437\u0430\u049b"))
    expect_identical(back$factor, c("b", NA, "a"))
    expect_identical(back$flag, c(1L, NA, 0L))
    expect_identical(back$day, c("2020-01-31", NA, "1992-03-02"))
    expect_identical(back$time[1], "2020-01-31T12:30:00")
})

test_that("texts of another encoding arrive as UTF-8", {
    latin <- iconv("caf\u00e9", "UTF-8", "latin1")
    expect_identical(through(data.frame(x = latin))$x, "caf\u00e9")
})

test_that("integers of 64 bits are read", {
    bits <- structure(c(4.9406564584124654e-324, 9.8813129168249309e-324), class = "integer64")  # 1 and 2
    frame <- list(x = bits)
    class(frame) <- "data.frame"
    attr(frame, "row.names") <- 1:2
    expect_identical(through(frame)$x, 1:2)
})

test_that("lists of texts are lists", {
    data <- file.path(source_root(), "studies/kazakhstan/data/nuclear_reversal_cases.csv")
    table <- compare_truth_table(data = data, outcome = "RENOUNCE", conditions = c("ALLY", "THREAT"))
    expect_type(table$cases, "list")
    expect_type(table$cases[[1]], "character")
})

test_that("an infinity is told with its row", {
    error <- tryCatch(through(data.frame(a = 1:2, x = c(1, Inf))), error = identity)
    expect_s3_class(error, "tarazy_input_error")
    expect_identical(error$file, "<from>")
    expect_identical(error$line, 2L)
    expect_identical(error$column, 2L)
})

test_that("a type without counterpart is told", {
    expect_error(through(data.frame(x = 1i)), class = "tarazy_input_error", regexp = "complex")
})

test_that("an empty frame keeps its columns", {
    back <- through(data.frame(x = numeric(), t = character()))
    expect_identical(names(back), c("x", "t"))
    expect_identical(nrow(back), 0L)
})

refusal <- function(frame) tryCatch(through(frame), error = identity)

test_that("what is no column of a table is refused and does not end the session", {
    frame <- data.frame(i = 1:2)
    frame$m <- matrix(1:4, 2)
    expect_s3_class(refusal(frame), "tarazy_input_error")
    expect_identical(refusal(frame)$column, 2L)
    frame$m <- data.frame(x = 1:2, y = 3:4)
    expect_s3_class(refusal(frame), "tarazy_input_error")
    frame$m <- list(1, sum)
    expect_identical(refusal(frame)$line, 2L)
    ragged <- structure(list(a = 1:2, b = 1:3), class = "data.frame", row.names = 1:2)
    expect_match(conditionMessage(refusal(ragged)), "another number of rows")
    broken <- data.frame(f = structure(c(1L, 9L), levels = c("x", "y"), class = "factor"))
    expect_identical(refusal(broken)$line, 2L)
    expect_match(conditionMessage(refusal(data.frame(t = as.difftime(1, units = "days")))), "difftime")
    expect_error(through(matrix(1:4, 2)), class = "tarazy_usage_error", regexp = "as.data.frame")
})

test_that("columns need names of their own", {
    expect_match(conditionMessage(refusal(data.frame(a = 1, a = 2, check.names = FALSE))), "stands already at column 1")
    expect_match(conditionMessage(refusal(setNames(data.frame(1, 2), c("a", NA)))), "no name")
    expect_match(conditionMessage(refusal(setNames(data.frame(1, 2), c("", "b")))), "no name")
    expect_match(conditionMessage(refusal(data.frame())), "no columns")
})

test_that("a level NA is a missing cell, and labelled codes are numbers", {
    expect_identical(through(data.frame(x = addNA(factor(c("a", NA)))))$x, c("a", NA))
    labelled <- structure(c(1, 2), labels = c(yes = 1), class = c("haven_labelled", "vctrs_vctr", "double"))
    frame <- structure(list(v = labelled), class = "data.frame", row.names = 1:2)
    expect_identical(through(frame)$v, 1:2)
    expect_identical(through(data.frame(d = as.Date(c("0900-05-01", NA))))$d, c("0900-05-01", NA))
})

test_that("bytes that are no text are told with their row", {
    bytes <- c("x", "Caf\xe9")
    Encoding(bytes) <- "bytes"
    expect_identical(refusal(data.frame(x = bytes))$line, 2L)
    skip_if(isTRUE(l10n_info()[["Latin-1"]]))
    expect_identical(refusal(data.frame(x = c("x", "Caf\xe9")))$line, 2L)
})
