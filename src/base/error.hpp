#pragma once

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

namespace tarazy {

/// One thing wrong with an input, and how the user can mend it.
///
/// In delimited tables `column` counts fields (what a spreadsheet shows), in TOML and JSON
/// it counts characters. 0 means "no particular line" or "no particular column".
struct Problem {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string what;    ///< what is wrong, with the offending value
    std::string remedy;  ///< what to do about it
};

/// `file:line:column: what; remedy`, leaving out the parts that are not known.
[[nodiscard]] std::string to_string(const Problem& problem);

/// The user's data or study file cannot be used as it is (exit status 3).
/// Carries every problem found in one pass; `what()` lists them one a line.
class InputError : public std::runtime_error {
public:
    explicit InputError(Problem problem);
    /// @param total  how many problems there were, when `problems` was cut short
    explicit InputError(std::vector<Problem> problems, std::size_t total = 0);
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// The command line asks for something that does not exist or does not fit together (exit status 2).
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A file could not be read or written for a reason outside its content (exit status 4).
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A declared limit (size, time, iterations) was reached (exit status 5).
struct LimitError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A computation was asked to stop before it was done, and has left nothing behind (exit status 130). It is no error of
/// anybody's, so that nothing that catches errors takes it for one.
struct Interrupted : std::exception {
    [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }
};

/// Collects problems so that the user sees all of a file's faults at once.
class Diagnostics {
public:
    /// Only the first `kept` problems are stored; the rest are counted.
    static constexpr std::size_t kept = 20;

    void add(Problem problem);
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }
    /// @throws InputError with all collected problems if there are any
    void throw_if_any() const;

private:
    std::vector<Problem> problems_;
    std::size_t count_ = 0;
};

}  // namespace tarazy
