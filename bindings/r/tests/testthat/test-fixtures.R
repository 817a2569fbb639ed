# Each function gives the same as the command, number by number, from files and from data frames.

fixtures <- function() {
    folder <- Sys.getenv("TARAZY_FIXTURES", file.path(build_root(), "fixtures"))
    file <- file.path(folder, "cases.json")
    if (!file.exists(file)) skip(paste("there is no", file, "- bindings/fixtures/expected.py writes it"))
    list(folder = folder, cases = jsonlite::fromJSON(file, simplifyVector = FALSE))
}

function_of <- function(command) {
    name <- gsub("-", "_", paste(command, collapse = "_"))
    if (!exists(name, asNamespace("tarazy"), mode = "function", inherits = FALSE)) name <- paste0("tarazy_", name)
    get(name, asNamespace("tarazy"), mode = "function", inherits = FALSE)
}

filled_in <- function(value, folder) {
    if (is.character(value)) return(gsub("{tmp}", folder, value, fixed = TRUE))
    if (!is.list(value)) return(value)
    value <- lapply(value, filled_in, folder)
    if (is.null(names(value)) && all(lengths(value) == 1)) unlist(value) else value
}

arguments_of <- function(fun, given, folder) {
    arguments <- filled_in(given, folder)
    known <- names(arguments) %in% names(formals(fun))
    names(arguments)[!known] <- paste0(names(arguments)[!known], "_")
    arguments
}

frames_in_place <- function(arguments, names) {
    for (name in unlist(names)) {
        if (!name %in% names(arguments)) name <- paste0(name, "_")
        paths <- arguments[[name]]
        arguments[[name]] <- if (length(paths) > 1) lapply(paths, read_frame) else read_frame(paths)
    }
    arguments
}

run_before <- function(case, folder) {
    for (line in case$before) {
        words <- gsub("{tmp}", folder, line, fixed = TRUE)
        system(paste(shQuote(file.path(build_root(), "tarazy")), words, ">/dev/null 2>&1"))
    }
    for (file in names(case$append)) {
        cat(case$append[[file]], file = gsub("{tmp}", folder, file, fixed = TRUE), append = TRUE)
    }
}

# A list as one cell of a CSV file (docs/commands.md).
list_cell <- function(items) {
    marked <- grepl("[;\"]", items)
    items[marked] <- paste0("\"", gsub("\"", "\"\"", items[marked]), "\"")
    paste(items, collapse = "; ")
}

# Are the cells what the program prints? Numbers have 15 significant digits there.
same_cells <- function(mine, cells) {
    if (is.list(mine)) return(identical(vapply(mine, list_cell, ""), cells))
    if (is.numeric(mine)) {
        theirs <- as.numeric(ifelse(cells == "", NA, cells))
        return(identical(as.numeric(ifelse(is.na(mine), NA, sprintf("%.15g", mine))), theirs))
    }
    identical(ifelse(is.na(mine), "", mine), cells)
}

without_folder <- function(value, folder) {
    if (is.character(value)) return(gsub(folder, "{tmp}", value, fixed = TRUE))
    if (is.list(value)) value[] <- lapply(value, without_folder, folder)
    value
}

expect_same_table <- function(table, case, folder, label) {
    expect_s3_class(table, "tarazy_result")
    expect_equal(nrow(table), length(case$expected), label = label)
    expect_identical(names(table), as.character(unlist(case$columns)), label = label)
    if (nrow(table) == 0) return(invisible())
    for (i in seq_along(table)) {
        cells <- vapply(case$expected, function(row) row[[i]], "")
        expect_true(same_cells(without_folder(table[[i]], folder), cells), label = paste(label, names(table)[i]))
    }
}

expect_same_result <- function(result, case, number, folder, fixture_folder) {
    label <- substr(case$line, 1, 70)
    if (case$gives == "table") {
        expect_same_table(result, case, folder, label)
    } else if (case$gives == "nested") {
        file <- file.path(fixture_folder, paste0(number, ".json"))
        theirs <- as.list(jsonlite::fromJSON(file, simplifyMatrix = FALSE)$result)
        mine <- unclass(result)
        attributes(mine) <- list(names = names(theirs))
        expect_identical(without_folder(mine, folder), theirs, label = label)
    } else if (case$gives == "text") {
        expect_identical(without_folder(as.character(result), folder), case$expected, label = label)
    } else {
        expect_null(result, label = label)
    }
}

test_that("functions give the same as the command line", {
    old <- setwd(source_root())
    on.exit(setwd(old))
    given <- fixtures()
    for (number in seq_along(given$cases)) {
        case <- given$cases[[number]]
        for (frames in if (length(case$frames) > 0) c(FALSE, TRUE) else FALSE) {
            folder <- tempfile("fixture")
            dir.create(folder)
            run_before(case, folder)
            fun <- function_of(unlist(case$command))
            arguments <- arguments_of(fun, case$arguments, folder)
            if (case$gives == "nested") arguments$format <- "json"
            if (frames) arguments <- frames_in_place(arguments, case$frames)
            result <- suppressWarnings(do.call(fun, arguments), classes = "tarazy_warning")
            expect_same_result(result, case, number - 1, folder, given$folder)
            unlink(folder, recursive = TRUE)
        }
    }
})

test_that("every command is a function that is exported and has a case", {
    given <- fixtures()
    without_case <- c("tarazy_completion", "tarazy_doctor", "tarazy_manual", "tarazy_serve", "study_derive")
    tried <- vapply(given$cases, function(case) {
        name <- gsub("-", "_", paste(unlist(case$command), collapse = "_"))
        if (startsWith(name, "explain") || startsWith(name, "report")) paste0("tarazy_", name) else name
    }, "")
    exported <- grep("^[a-z]+_[a-z_]+$", getNamespaceExports("tarazy"), value = TRUE)
    expect_setequal(setdiff(exported, without_case), unique(tried))
})
