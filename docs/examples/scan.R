# Scores every triplet of a data frame from R and checks the first by the definition: Rscript docs/examples/scan.R
# The environment variable OINFO names the program; base R is enough.

# Runs a command of oinfo on a data frame; its table comes back as one.
oinfo <- function(command, data, ...) {
  input <- tempfile(fileext = ".csv")
  output <- tempfile(fileext = ".csv")
  on.exit(unlink(c(input, output)))
  write.csv(data, input, row.names = FALSE)
  words <- c(command, input, ..., "--format", "csv", "--out", output)
  if (system2(Sys.getenv("OINFO", "./oinfo"), shQuote(words)) != 0) {
    stop("oinfo has said above what is wrong")
  }
  lines <- readLines(output) # lines that begin with # say how the table was made
  read.csv(text = lines[!startsWith(lines, "#")])
}

series <- read.csv("examples/series.csv")
triplets <- oinfo("scan", series, "--order", "3", "--top", "3") # three of the smallest O-information, then three of the largest
print(triplets[, c("order", "tc", "dtc", "o", "names")])

# The first by hand: ranks as normal scores, their correlations, Omega = -ln det R - 1/2 sum ln diag(R^-1).
columns <- as.integer(strsplit(triplets$nplet[1], ";")[[1]]) + 1 # oinfo counts columns from 0
scores <- apply(series[columns], 2, function(x) qnorm(rank(x) / (length(x) + 1)))
r <- cor(scores)
omega <- -log(det(r)) - sum(log(diag(solve(r)))) / 2
stopifnot(abs(omega - triplets$o[1]) < 1e-9)
cat("by the definition:", omega, "\n")

# Is it synergy? The same way with any other command.
print(oinfo("null", series, "--surrogate", "shift", "--surrogates", "99", "--top", "1"))
