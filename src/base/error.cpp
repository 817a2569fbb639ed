#include "base/error.hpp"

#include <utility>

namespace tarazy {
namespace {

std::string lines_of(const std::vector<Problem>& problems, std::size_t total) {
    std::string text;
    for (const Problem& problem : problems) {
        if (!text.empty()) text += '\n';
        text += to_string(problem);
    }
    if (total > problems.size()) {
        text += "\n... and " + std::to_string(total - problems.size()) + " more problems (" + std::to_string(total) +
                " in all)";
    }
    return text;
}

}  // namespace

std::string to_string(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) {
        text += ':' + std::to_string(problem.line);
        if (problem.column > 0) text += ':' + std::to_string(problem.column);
    }
    if (!text.empty()) text += ": ";
    text += problem.what;
    if (!problem.remedy.empty()) text += "; " + problem.remedy;
    return text;
}

InputError::InputError(Problem problem) : InputError(std::vector<Problem>{std::move(problem)}) {}

InputError::InputError(std::vector<Problem> problems, std::size_t total)
    : std::runtime_error(lines_of(problems, total)), problems_(std::move(problems)) {}

void Diagnostics::add(Problem problem) {
    ++count_;
    if (problems_.size() < kept) problems_.push_back(std::move(problem));
}

void Diagnostics::throw_if_any() const {
    if (!empty()) throw InputError(problems_, count_);
}

}  // namespace tarazy
