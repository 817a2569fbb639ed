# Errors and warnings as conditions of R. The classes of an error are, from the special to the general,
# tarazy_input_error (or tarazy_usage_error, tarazy_file_error, tarazy_limit_error, tarazy_own_bug_error), tarazy_error.

no_problems <- data.frame(file = character(), line = integer(), column = integer(), what = character(),
                          remedy = character())

stop_tarazy <- function(kind, message, problems = NULL, call = sys.call(-1)) {
    if (identical(kind, "interrupted")) {
        stop(structure(class = c("tarazy_interrupted", "interrupt", "condition"),
                       list(message = "interrupted", call = call)))
    }
    if (is.null(problems)) problems <- no_problems
    known <- function(number) if (length(number) == 0 || number[1] == 0) NA_integer_ else number[1]
    first <- function(texts) if (length(texts) == 0) NA_character_ else texts[1]
    stop(structure(class = c(paste0("tarazy_", kind, "_error"), "tarazy_error", "error", "condition"),
                   list(message = message, call = call, file = first(problems$file), line = known(problems$line),
                        column = known(problems$column), what = first(problems$what),
                        remedy = first(problems$remedy), problems = problems)))
}

warn_tarazy <- function(message, call = NULL) {
    warning(structure(class = c("tarazy_warning", "warning", "condition"), list(message = message, call = call)))
}

# Calls hold whole data frames when they come from do.call: they are not shown with the message.
conditionCall.tarazy_error <- function(c) {
    if (is.call(c$call) && is.name(c$call[[1]])) as.call(list(c$call[[1]])) else NULL
}
