# Printing, and the three verbs of broom.

its <- function() {
    trace_its(data = file.path(source_root(), "examples/nile/nile.csv"), at = 1899, time = "year", value = "flow")
}

test_that("a table prints its size and its beginning", {
    result <- similarity_63(votes = example_votes())
    said <- capture.output(print(result, rows = 3))
    expect_match(said[1], "^# tarazy align similarity")
    expect_match(said[2], "rows, .* columns")
    expect_match(said, "more rows", all = FALSE)
    expect_identical(class(result[1:2, ]), "data.frame")
})

test_that("a nested result prints its parts and has a table", {
    result <- trace_its(data = file.path(source_root(), "examples/nile/nile.csv"), at = 1899, time = "year",
                        value = "flow", format = "json")
    expect_match(capture.output(print(result)), "nested result", all = FALSE)
    expect_s3_class(as.data.frame(result), "data.frame")
    expect_identical(tidy(result), tidy(its()))
})

test_that("tidy, glance and augment of a model", {
    model <- its()
    terms <- tidy(model)
    expect_true(all(c("term", "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high") %in% names(terms)))
    one <- glance(model)
    expect_identical(nrow(one), 1L)
    expect_true(all(c("nobs", "r.squared") %in% names(one)))
    rows <- augment(model)
    expect_true(all(c(".fitted", ".resid") %in% names(rows)))
    expect_equal(rows$value - rows$.fitted, rows$.resid)
})

test_that("the verbs work on tables, and say where they do not", {
    result <- similarity_63(votes = example_votes(), states = "KAZ,RUS")
    expect_identical(glance(result)$nobs, 1L)
    expect_s3_class(tidy(result), "data.frame")
    expect_error(augment(result), class = "tarazy_usage_error")
})
