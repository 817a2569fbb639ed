#pragma once

#include "base/error.hpp"
#include "trace/graph/dagitty_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What the reader of DAGitty texts must do with any bytes: give a graph that reads back as itself, or say what is
/// wrong with places inside the text. Nothing when it does.
[[nodiscard]] inline std::optional<std::string> dagitty_fault(std::string_view text) {
    (void)looks_like_dagitty(text);
    try {
        const CausalGraph graph = causal_graph(read_dagitty(text, "graph.txt"));
        const std::string written = to_dagitty(graph);
        if (!looks_like_dagitty(written)) return "what was written does not look like a graph";
        if (to_dagitty(causal_graph(read_dagitty(written, "again.txt"))) != written)
            return "a graph does not read back";
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) {
            if (problem.what.empty() || problem.remedy.empty()) return "refused without a word";
            if (problem.line == 0 || problem.column == 0 || problem.line > text.size() + 1 ||
                problem.column > text.size() + 1)
                return "refused at no place of the text: " + to_string(problem);
        }
    }
    return std::nullopt;
}

}  // namespace tarazy
