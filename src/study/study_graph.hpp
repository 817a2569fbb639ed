#pragma once

#include "study/study_result.hpp"
#include "table/table.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A figure of the report and the analyses whose numbers it shows.
struct FigureOrigin {
    std::string id;
    std::vector<std::string> analyses;
};

/// The things of a study and of what a run wrote that lead to one another.
struct StudyParts {
    std::string study_file = "study.toml";
    std::vector<std::pair<std::string, MadeFrom>> analyses;                      ///< by id, in the order of the file
    std::vector<std::pair<std::string, std::vector<std::string>>> propositions;  ///< id, analyses that its tests name
    std::vector<FigureOrigin> figures;
    std::vector<std::string> outputs;  ///< files of the output folder: "results/votes.csv"
};

/// Those of a finished run. Outputs are the result tables alone: what else a run writes is not in its result.
[[nodiscard]] StudyParts parts_of(const StudyResult& result, const std::vector<FigureOrigin>& figures);

/// One thing leads to another. Ends are called `<kind>:<id>`: "file:data/votes.csv", "analysis:shares",
/// "proposition:P2", "figure:balance", "output:results/shares.csv".
struct GraphEdge {
    std::string from, to;
    /// "settings" and "declared" (of the study file), "read" (a file), "result" (of another analysis), "tested",
    /// "drawn", "written", "recorded" (in what holds the whole run), "shown" (in the report)
    std::string kind;
};

/// What leads to what, each pair once, in the order of the parts. O(edges log edges)
[[nodiscard]] std::vector<GraphEdge> study_graph(const StudyParts& parts);

/// The analysis that wrote a table or the JSON file of the results; empty for files of the whole run.
[[nodiscard]] std::string analysis_of_output(const StudyParts& parts, const std::string& output);

/// Columns from,to,kind.
[[nodiscard]] Table graph_table(const std::vector<GraphEdge>& edges);

}  // namespace tarazy
