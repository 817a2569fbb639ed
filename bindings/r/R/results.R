# A result is a data frame, a list (nested results) or a text, each of class tarazy_result, with what the program said
# beside it in the attribute "tarazy".

told_of <- function(x) attr(x, "tarazy", exact = TRUE)

# The table of a result: itself, or that of a nested one.
table_of <- function(x) {
    if (is.data.frame(x)) return(plain(x))
    table <- attr(x, "table", exact = TRUE)
    if (is.null(table)) NULL else plain(table)
}

# The parts of a nested result, also of one that is shown as its table.
parts_of <- function(x) {
    if (!is.data.frame(x)) return(unclass(x))
    attr(x, "nested", exact = TRUE)
}

plain <- function(x) {
    attr(x, "tarazy") <- attr(x, "nested") <- NULL
    class(x) <- "data.frame"
    x
}

as.data.frame.tarazy_result <- function(x, ...) {
    table <- table_of(x)
    if (is.null(table)) {
        stop_tarazy("usage", "this result is nested and has no table; see its parts with names()")
    }
    table
}

# A part of a result is a plain data frame: what was said of the whole need not hold for it.
`[.tarazy_result` <- function(x, ...) {
    if (is.data.frame(x)) plain(x)[...] else unclass(x)[...]
}

print.tarazy_result <- function(x, rows = 10L, ...) {
    told <- told_of(x)
    command <- told$command
    if (!is.null(command)) cat("# ", if (nchar(command) > 100) paste0(substr(command, 1, 97), "...") else command, "\n", sep = "")
    if (is.data.frame(x)) {
        cat("# ", nrow(x), if (nrow(x) == 1) " row, " else " rows, ", ncol(x),
            if (ncol(x) == 1) " column\n" else " columns\n", sep = "")
        print(head(plain(x), rows), ...)
        if (nrow(x) > rows) cat("# ... and ", nrow(x) - rows, " more rows\n", sep = "")
    } else if (is.character(x)) {
        cat(x, sep = "\n")
    } else {
        cat("# a nested result of", length(x), "parts\n")
        parts <- unclass(x)
        attributes(parts) <- list(names = names(x))
        utils::str(parts, max.level = 1, give.attr = FALSE, vec.len = 3, comp.str = "$ ", no.list = TRUE)
    }
    for (note in told$notes) cat(strwrap(paste("note:", note), width = 100, prefix = "# ", exdent = 4), sep = "\n")
    invisible(x)
}
