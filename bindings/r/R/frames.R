# Data frames as columns that the engine takes: integer, logical, numeric, factor, character, list of character vectors.
# A numeric column of whole numbers becomes one of integers, as it would from a CSV file that R has written.

whole_at_most <- 2^53

refuse_column <- function(frame, place, name, what, remedy, row = 0L) {
    what <- paste0("column '", name, "' ", what)
    at <- if (row > 0) paste0(frame, ":", row, ":", place) else paste0(frame, ": column ", place)
    stop_tarazy("input", paste0(at, ": ", what, "; ", remedy),
                data.frame(file = frame, line = row, column = place, what = what, remedy = remedy), call = NULL)
}

wanted_columns <- "give numbers, texts, dates, factors or lists of texts"

# Texts in UTF-8; those that are none are told with their row, since no file can keep them.
texts_for_engine <- function(texts, frame, place, name) {
    marked <- Encoding(texts) == "bytes"
    # Where the machine's own encoding is none of one byte, what is no UTF-8 is no text. enc2utf8() would write <e9>.
    if (!isTRUE(l10n_info()[["Latin-1"]]) && l10n_info()[["codeset"]] %in% c("UTF-8", "ANSI_X3.4-1968", "US-ASCII")) {
        marked <- marked | (Encoding(texts) == "unknown" & !is.na(texts) & !validUTF8(texts))
    }
    texts[!marked] <- enc2utf8(texts[!marked])
    bad <- which(!is.na(texts) & (marked | !validUTF8(texts)))
    if (length(bad) > 0) {
        refuse_column(frame, place, name, "holds bytes that are no text here",
                      "say what encoding they are in: iconv(x, \"windows-1251\", \"UTF-8\")", bad[1])
    }
    texts
}

# A level NA, as addNA() makes it, is a missing cell.
factor_for_engine <- function(column, frame, place, name) {
    codes <- as.integer(column)
    labels <- texts_for_engine(levels(column), frame, place, name)
    bad <- which(!is.na(codes) & (codes < 1L | codes > length(labels)))
    if (length(bad) > 0) {
        refuse_column(frame, place, name, "is a factor with a code that has no level", "make it anew with factor()", bad[1])
    }
    codes[codes %in% which(is.na(labels))] <- NA
    labels[is.na(labels)] <- ""
    structure(codes, levels = labels, class = "factor")
}

list_for_engine <- function(column, frame, place, name) {
    nested <- vapply(column, function(cell) !is.null(cell) && (!is.atomic(cell) || is.raw(cell)), logical(1))
    if (any(nested)) {
        row <- which(nested)[1]
        refuse_column(frame, place, name, paste("holds a", class(column[[row]])[1]), wanted_columns, row)
    }
    lapply(seq_along(column), function(row) {
        cell <- column[[row]]
        texts <- texts_for_engine(as.character(cell[!is.na(cell)]), frame, place, name)
        texts
    })
}

column_for_engine <- function(column, frame, place, name) {
    if (!is.null(dim(column))) {
        refuse_column(frame, place, name, paste("is a", class(column)[1], "of its own"),
                      "make its columns those of the data frame: do.call(data.frame, x)")
    }
    if (is.factor(column)) return(factor_for_engine(column, frame, place, name))
    if (inherits(column, "integer64")) return(column)
    # Of Stata and SPSS files, as haven reads them: codes, whose labels are for the reader.
    if (inherits(column, "haven_labelled")) attributes(column) <- NULL
    if (inherits(column, "Date")) return(sub("^([0-9]{3}-)", "0\\1", format(column, "%Y-%m-%d")))
    if (inherits(column, "POSIXt")) {
        times <- format(column, "%H:%M:%S")
        days <- all(is.na(column) | times == "00:00:00")
        return(format(column, if (days) "%Y-%m-%d" else "%Y-%m-%dT%H:%M:%S"))
    }
    if (inherits(column, "difftime")) {
        refuse_column(frame, place, name, "is of the class difftime",
                      "give numbers in a unit that you choose: as.numeric(x, units = \"days\")")
    }
    if (is.list(column)) return(list_for_engine(column, frame, place, name))
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
    if (is.character(column)) return(texts_for_engine(column, frame, place, name))
    refuse_column(frame, place, name, paste("is of the class", class(column)[1]), wanted_columns)
}

names_for_engine <- function(frame, key) {
    names <- names(frame)
    if (length(names) == 0) {
        stop_tarazy("input", paste0(key, ": the data frame has no columns; give one with a column at least"),
                    data.frame(file = key, line = 0L, column = 0L, what = "the data frame has no columns",
                               remedy = "give one with a column at least"), call = NULL)
    }
    for (place in seq_along(names)) {
        if (is.na(names[place]) || names[place] == "") {
            refuse_column(key, place, "", "has no name", "name it: names(frame)[..] <- \"..\"")
        }
        names[place] <- texts_for_engine(names[place], key, place, "")
        before <- match(names[place], names[seq_len(place - 1L)])
        if (!is.na(before)) {
            refuse_column(key, place, names[place], paste("stands already at column", before),
                          "give each column another name: make.unique(names(frame))")
        }
    }
    names
}

columns_for_engine <- function(frame, key) {
    names <- names_for_engine(frame, key)
    columns <- lapply(seq_along(frame), function(i) column_for_engine(frame[[i]], key, i, names[i]))
    short <- which(lengths(columns) != length(columns[[1]]))
    if (length(short) > 0) {
        refuse_column(key, short[1], names[short[1]], "has another number of rows than the first",
                      "make the data frame anew with data.frame()")
    }
    setNames(columns, names)
}
