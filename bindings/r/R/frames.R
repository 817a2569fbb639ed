# Data frames as columns that the engine takes: integer, logical, numeric, factor, character, list of character vectors.
# A numeric column of whole numbers becomes one of integers, as it would from a CSV file that R has written.

whole_at_most <- 2^53

refuse_column <- function(frame, place, name, what, remedy, row = 0L) {
    what <- paste0("column '", name, "' ", what)
    at <- if (row > 0) paste0(frame, ":", row, ":", place) else paste0(frame, ": column ", place)
    stop_tarazy("input", paste0(at, ": ", what, "; ", remedy),
                data.frame(file = frame, line = row, column = place, what = what, remedy = remedy), call = NULL)
}

column_for_engine <- function(column, frame, place, name) {
    if (is.factor(column)) return(column)
    if (inherits(column, "integer64")) return(column)
    if (inherits(column, "Date")) return(format(column, "%Y-%m-%d"))
    if (inherits(column, "POSIXt")) {
        times <- format(column, "%H:%M:%S")
        days <- all(is.na(column) | times == "00:00:00")
        return(format(column, if (days) "%Y-%m-%d" else "%Y-%m-%dT%H:%M:%S"))
    }
    if (is.list(column)) {
        return(lapply(column, function(cell) enc2utf8(as.character(cell[!is.na(cell)]))))
    }
    if (is.logical(column) || is.integer(column)) return(as.integer(column))
    if (is.double(column)) {
        column <- as.numeric(column)
        infinite <- which(is.infinite(column))
        if (length(infinite) > 0) {
            refuse_column(frame, place, name, "is infinite here", "write a number, or NA where it is missing",
                          infinite[1])
        }
        return(column)
    }
    if (is.character(column)) return(enc2utf8(column))
    refuse_column(frame, place, name, paste("is of the class", class(column)[1]),
                  "give numbers, texts, dates, factors or lists of texts")
}

columns_for_engine <- function(frame, key) {
    columns <- lapply(seq_along(frame), function(i) column_for_engine(frame[[i]], key, i, names(frame)[i]))
    setNames(columns, enc2utf8(names(frame)))
}
