# Rscript convergence.R, run in this folder: writes convergence_draws.txt and convergence_expected.csv.
library(posterior)
set.seed(20210601)

ar1 <- function(n, phi) as.numeric(stats::filter(rnorm(n, sd = sqrt(1 - phi^2)), phi, "recursive", init = rnorm(1)))
four <- function(chain, n = 100) matrix(sapply(1:4, function(k) chain(n, k)), n)
period <- function(n, k) sin(2 * pi * (1:n) / 40 + k) + rnorm(n, sd = 0.1)

cases <- list(
  independent = four(function(n, k) rnorm(n)),
  ar1_positive = four(function(n, k) ar1(n, 0.9), 200),
  ar1_negative = four(function(n, k) ar1(n, -0.5)),
  capped = four(function(n, k) ar1(n, -0.99), 200),
  different_means = four(function(n, k) rnorm(n, mean = k)),
  different_scales = four(function(n, k) rnorm(n, sd = 3^k)),
  heavy_tails = four(function(n, k) rcauchy(n)),
  random_walk = four(function(n, k) cumsum(rnorm(n))),
  oscillating = four(period),
  odd_length = four(function(n, k) ar1(n, 0.5), 101),
  ties = four(function(n, k) rpois(n, 4)),
  decimal_ties = four(function(n, k) round(rnorm(n), 1)),
  yes_or_no = four(function(n, k) rbinom(n, 1, 0.3)),
  rarely_yes = four(function(n, k) rbinom(n, 1, 0.02)),
  one_chain = cbind(ar1(150, 0.3)),
  two_chains = cbind(ar1(150, 0.3), ar1(150, 0.3)),
  one_stuck_chain = cbind(rnorm(60), rnorm(60), rep(0.5, 60)),
  alternating = four(function(n, k) rep(c(-1, 1), n / 2), 40),
  large_offset = four(function(n, k) 1e4 + ar1(n, 0.6)),
  thousand = cbind(ar1(1000, 0.95)),
  length_20 = four(function(n, k) ar1(n, 0.3), 20),
  length_13 = four(function(n, k) rnorm(n), 13),
  length_8 = four(function(n, k) rnorm(n), 8),
  length_6 = four(function(n, k) rnorm(n), 6),
  length_5 = four(function(n, k) rnorm(n), 5),
  length_1 = four(function(n, k) rnorm(n), 1),
  constant = matrix(3.1, 20, 4)
)
# What is written is what is summarised.
cases <- lapply(cases, function(x) matrix(as.numeric(sprintf("%.7g", x)), nrow(x)))

writeLines(mapply(function(name, x) paste(name, ncol(x), paste(sprintf("%.7g", x), collapse = " ")),
                  names(cases), cases), "convergence_draws.txt")

answers <- lapply(cases, function(x) c(
  rhat = rhat(x), ess_bulk = ess_bulk(x), ess_tail = ess_tail(x), mcse_mean = mcse_mean(x),
  mcse_q05 = mcse_quantile(x, 0.05, names = FALSE), mcse_q50 = mcse_median(x),
  mcse_q95 = mcse_quantile(x, 0.95, names = FALSE),
  mean = mean(x), sd = sd(x), q05 = quantile(x, 0.05, names = FALSE), q50 = median(x),
  q95 = quantile(x, 0.95, names = FALSE)))
columns <- c("rhat", "ess_bulk", "ess_tail", "mcse_mean", "mcse_q05", "mcse_q50", "mcse_q95",
             "mean", "sd", "q05", "q50", "q95")
rows <- sapply(answers, function(a) paste(sprintf("%.15g", a), collapse = ","))
writeLines(c(paste(c("case", columns), collapse = ","), paste(names(cases), rows, sep = ",")), "convergence_expected.csv")
