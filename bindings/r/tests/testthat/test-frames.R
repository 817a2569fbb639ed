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
