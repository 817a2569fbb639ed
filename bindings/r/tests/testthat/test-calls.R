# How values become options, what comes beside the result, and what goes wrong.

test_that("vectors, numbers and named lists stand for options", {
    result <- similarity_63(votes = example_votes(), states = c("KAZ", "RUS", "CHN"), bootstrap = 20, level = 0.9)
    expect_identical(nrow(result), 3L)
    expect_match(attr(result, "tarazy")$command, "--states=KAZ,RUS,CHN", fixed = TRUE)
    expect_match(attr(result, "tarazy")$command, "--level=0.9", fixed = TRUE)
    shares <- align_shares(votes = example_votes(), roll_calls = example_roll_calls(), states = "KAZ",
                           poles = list(RUS = "RUS", WEST = c("USA", "GBR")))
    expect_setequal(shares$pole, c("RUS", "WEST"))
})

test_that("several frames for an option that takes several", {
    votes <- example_votes()
    half <- seq_len(nrow(votes) %/% 2)
    whole <- similarity_63(votes = votes, states = "KAZ,RUS")
    parts <- similarity_63(votes = list(votes[half, ], votes[-half, ]), states = "KAZ,RUS")
    expect_identical(as.data.frame(whole), as.data.frame(parts))
})

test_that("warnings of the program are warnings of R", {
    expect_warning(similarity_63(votes = example_votes(), states = "KAZ,RUS,Tuvalu"), class = "tarazy_warning",
                   regexp = "has no votes")
})

test_that("input errors say where", {
    votes <- example_votes()
    names(votes)[names(votes) == "vote"] <- "choice"
    error <- tryCatch(similarity_63(votes = votes), error = identity)
    expect_s3_class(error, c("tarazy_input_error", "tarazy_error", "error", "condition"), exact = TRUE)
    expect_identical(error$file, "<votes>")
    expect_match(error$what, "vote")
    expect_true(nzchar(error$remedy))
    votes <- example_votes()
    votes$vote <- as.character(votes$vote)
    votes$vote[5] <- "perhaps"
    error <- tryCatch(similarity_63(votes = votes), error = identity)
    expect_true(5L %in% error$problems$line)
})

test_that("other errors have their classes", {
    expect_error(data_inspect("no_such.csv"), class = "tarazy_file_error", regexp = "no_such.csv")
    expect_error(align_similarity(votes = example_votes(), level = 7), class = "tarazy_usage_error", regexp = "level")
    expect_error(align_similarity(votes = example_votes(), interval = "wide"), class = "tarazy_usage_error")
    expect_error(align_similarity(votes = example_votes(), states = TRUE), class = "tarazy_usage_error")
    expect_error(align_similarity(votes = example_votes(), states = NA), class = "tarazy_usage_error")
    expect_error(align_similarity(votess = 1), "unused argument")
    expect_error(compare_necessity(outcome = "A", conditions = "B"), "missing")
})

test_that("a frame where a command takes none", {
    expect_error(align_similarity(votes = example_votes(), states = example_votes()), class = "tarazy_usage_error",
                 regexp = "<states> is a table")
    expect_error(study_check(example_votes()), class = "tarazy_usage_error", regexp = "<study> is a table")
})

test_that("an output goes to a file", {
    file <- tempfile(fileext = ".csv")
    expect_null(similarity_63(votes = example_votes(), states = "KAZ,RUS", output = file))
    expect_match(readLines(file, 1), "^session,")
})

test_that("an interrupt stops long before the end", {
    skip_on_os("windows")
    script <- tempfile(fileext = ".R")
    writeLines(c(
        "library(tarazy)", "votes <- commandArgs(TRUE)[1]; calls <- commandArgs(TRUE)[2]",
        "system(paste('(sleep 1; date +%s.%N; kill -INT', Sys.getpid(), ') &'))",
        "tryCatch(align_similarity(votes, roll_calls = calls, bootstrap = 1000000), interrupt = function(e) cat('stopped\\n'))",
        "cat(format(as.numeric(Sys.time()), digits = 20), '\\n')",
        "cat(nrow(data_states('Kazakhstan')), '\\n')"), script)
    folder <- file.path(source_root(), "examples/invented-assembly")
    said <- system2(file.path(R.home("bin"), "Rscript"), c("--vanilla", script, file.path(folder, "votes.csv"),
                    file.path(folder, "roll_calls.csv")), stdout = TRUE, env = paste0("R_LIBS=", paste(.libPaths(), collapse = ":")))
    expect_identical(said[2], "stopped")
    expect_lt(as.numeric(said[3]) - as.numeric(said[1]), 20)
    expect_identical(trimws(said[4]), "1")
})
