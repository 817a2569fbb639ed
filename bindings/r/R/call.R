# How a function of the package becomes a command, and what the command gives a value of R.

# Numbers as the shortest texts that are read as the same numbers.
number_words <- function(values) {
    vapply(values, function(value) {
        for (digits in 15:17) {
            text <- formatC(value, digits = digits, width = 1, format = "g")
            if (identical(as.numeric(text), as.numeric(value))) return(text)
        }
        text
    }, "")
}

# Values as the words that stand for them on a command line.
words_of <- function(value, name) {
    if (inherits(value, "POSIXt")) return(format(value, "%Y-%m-%dT%H:%M:%S"))
    if (inherits(value, "Date") || is.factor(value)) return(as.character(value))
    if (is.character(value)) return(enc2utf8(value))
    if (is.numeric(value)) return(number_words(value))
    stop_tarazy("usage", paste0(name, ": give texts, numbers or a data frame, not ", class(value)[1]))
}

# The words of a command line, and the data frames that stand in it by name.
new_arguments <- function(path) {
    arguments <- new.env(parent = emptyenv())
    arguments$words <- path
    arguments$frames <- list()
    arguments
}

add_frame <- function(arguments, frame, name) {
    name <- sub("_$", "", name)
    key <- paste0("<", name, ">")
    number <- 1
    while (key %in% names(arguments$frames)) {
        number <- number + 1
        key <- paste0("<", name, ".", number, ">")
    }
    arguments$frames[[key]] <- columns_for_engine(frame, key)
    key
}

texts_of <- function(arguments, value, name, arity) {
    if (is.data.frame(value)) return(add_frame(arguments, value, name))
    if (!is.null(dim(value))) stop_tarazy("usage", paste0(name, ": is a ", class(value)[1], "; give as.data.frame() of it"))
    part_of <- function(part, part_name) {
        if (is.data.frame(part)) add_frame(arguments, part, part_name) else words_of(part, part_name)
    }
    if (is.list(value) || !is.null(names(value))) {
        labels <- names(value)
        texts <- unlist(lapply(seq_along(value), function(i) {
            label <- if (is.null(labels)) "" else labels[i]
            if (!nzchar(label)) return(part_of(value[[i]], name))
            paste0(label, "=", paste(part_of(value[[i]], paste0(name, ".", label)), collapse = "+"))
        }))
    } else {
        if (anyNA(value)) stop_tarazy("usage", paste0(name, ": has missing values"))
        texts <- part_of(value, name)
    }
    if (arity == "many" || length(texts) <= 1) return(texts)
    if (any(texts %in% names(arguments$frames))) {
        stop_tarazy("usage", paste0(name, ": takes one table, not ", length(texts)))
    }
    paste(texts, collapse = ",")
}

add_argument <- function(arguments, name, option, arity, value) {
    if (arity == "flag") {
        if (!is.logical(value) || length(value) != 1 || is.na(value)) {
            stop_tarazy("usage", paste0(name, ": give TRUE or FALSE"))
        }
        if (value) arguments$words <- c(arguments$words, option)
        return(invisible())
    }
    if (is.logical(value)) stop_tarazy("usage", paste0(name, ": give a text or a number, not TRUE or FALSE"))
    for (text in texts_of(arguments, value, name, arity)) {
        words <- if (!nzchar(option)) text else if (nzchar(text)) paste0(option, "=", text) else c(option, "")
        arguments$words <- c(arguments$words, words)
    }
}

# Runs a command. `parameters` says for each parameter its option and whether it is a flag or takes one value or many;
# `values` is the environment of the function that was called.
call_tarazy <- function(path, parameters, values) {
    arguments <- new_arguments(path)
    for (name in names(parameters)) {
        value <- eval(as.name(name), values)
        if (!is.null(value)) add_argument(arguments, name, parameters[[name]][1], parameters[[name]][2], value)
    }
    answer <- .Call(C_run, arguments$words, arguments$frames)
    if (!is.null(answer$failure)) {
        stop_tarazy(answer$failure, answer$message, answer$problems, call = sys.call(-1))
    }
    for (text in answer$warnings) warn_tarazy(text, call = sys.call(-1))
    value_of(answer, arguments$words, identical(values$format, "json"))
}

# A table, where there is one and no format was asked for; what is nested comes with it, for glance() and augment().
value_of <- function(answer, words, as_json) {
    told <- list(command = paste(c("tarazy", words), collapse = " "), version = answer$version, status = answer$status,
                 notes = answer$notes, warnings = answer$warnings, told = answer$told)
    nested <- if (is.null(answer$json)) NULL else as.list(fromJSON(answer$json, simplifyMatrix = FALSE)$result)
    table <- answer$table
    if (!is.null(table)) {
        table <- structure(table, class = c("tarazy_result", "data.frame"), row.names = .set_row_names(answer$rows),
                           tarazy = told)
    }
    if (!is.null(table) && !as_json) return(structure(table, nested = nested))
    if (!is.null(nested)) return(structure(nested, class = c("tarazy_result", "list"), tarazy = told, table = table))
    if (!is.null(table)) return(table)
    if (is.null(answer$text)) return(invisible(NULL))
    structure(answer$text, class = c("tarazy_result", "character"), tarazy = told)
}
