# What broom calls tidying: names of columns that are the same for every model.

tidy_names <- c(estimate = "estimate", se = "std.error", se_nw = "std.error", t = "statistic", t_nw = "statistic",
                z = "statistic", p = "p.value", p_nw = "p.value", p_two = "p.value", lower = "conf.low",
                upper = "conf.high", lwr = "conf.low", upr = "conf.high", q05 = "conf.low", q95 = "conf.high")

# Renames each column whose meaning broom has a name for; the first of several that mean the same.
with_tidy_names <- function(table) {
    for (old in names(tidy_names)) {
        new <- tidy_names[[old]]
        if (old %in% names(table) && !new %in% names(table)) names(table)[names(table) == old] <- new
    }
    table
}

tidy.tarazy_result <- function(x, ...) {
    parts <- parts_of(x)
    table <- if (is.data.frame(parts$terms)) parts$terms else table_of(x)
    if (is.null(table)) {
        frames <- Filter(is.data.frame, parts)
        if (length(frames) != 1) stop_tarazy("usage", "this result has no single table; take one of its parts")
        table <- frames[[1]]
    }
    with_tidy_names(as.data.frame(table))
}

glance.tarazy_result <- function(x, ...) {
    single <- Filter(function(part) is.atomic(part) && length(part) == 1, parts_of(x))
    if (length(single) == 0) return(data.frame(nobs = nrow(tidy(x)), columns = ncol(tidy(x))))
    row <- as.data.frame(as.list(single), stringsAsFactors = FALSE)
    names(row)[names(row) == "n"] <- "nobs"
    names(row)[names(row) == "r2"] <- "r.squared"
    names(row)[names(row) == "log_likelihood"] <- "logLik"
    row
}

augment.tarazy_result <- function(x, data = NULL, ...) {
    fitted <- parts_of(x)$fitted
    if (!is.data.frame(fitted) && is.data.frame(x)) fitted <- plain(x)
    if (!is.data.frame(fitted) || !"fitted" %in% names(fitted)) {
        stop_tarazy("usage", "this result has no fitted values, observation by observation")
    }
    names(fitted)[names(fitted) == "fitted"] <- ".fitted"
    if ("value" %in% names(fitted)) fitted$.resid <- fitted$value - fitted$.fitted
    if (is.null(data)) return(fitted)
    by <- intersect(names(data), setdiff(names(fitted), c(".fitted", ".resid")))
    merge(as.data.frame(data), fitted, by = by, all.x = TRUE, sort = FALSE)
}
