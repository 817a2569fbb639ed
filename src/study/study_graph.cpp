#include "study/study_graph.hpp"

#include "table/table_rows.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

bool of_verdicts(const std::string& output) {
    return output == "results/propositions.csv" || output == "results/overturned.csv" ||
           output == "results/theories.csv";
}

class EdgeList {
public:
    std::vector<GraphEdge> edges;

    void add(const std::string& from, const std::string& to, const std::string& kind) {
        if (seen_.insert({from, to, kind}).second) edges.push_back({from, to, kind});
    }

private:
    std::set<std::tuple<std::string, std::string, std::string>> seen_;
};

void add_output(EdgeList& list, const StudyParts& parts, const std::string& output) {
    const std::string node = "output:" + output, study = "file:" + parts.study_file;
    const std::string analysis = analysis_of_output(parts, output);
    if (!analysis.empty()) return list.add("analysis:" + analysis, node, "written");
    if (of_verdicts(output)) {
        for (const auto& [id, tested] : parts.propositions) list.add("proposition:" + id, node, "written");
    } else if (output == "results/contradictions.csv") {
        for (const auto& [id, made] : parts.analyses) list.add("analysis:" + id, node, "written");
    } else if (output == "report.html") {
        list.add("output:results/study.json", node, "shown");
        for (const FigureOrigin& figure : parts.figures) list.add("figure:" + figure.id, node, "shown");
    } else {
        list.add(study, node, "recorded");
        for (const auto& [id, made] : parts.analyses) list.add("analysis:" + id, node, "recorded");
        for (const auto& [id, tested] : parts.propositions) list.add("proposition:" + id, node, "recorded");
    }
}

}  // namespace

StudyParts parts_of(const StudyResult& result, const std::vector<FigureOrigin>& figures) {
    StudyParts parts;
    parts.figures = figures;
    for (const AnalysisResult& analysis : result.analyses) {
        parts.analyses.emplace_back(analysis.id, analysis.made_from);
        for (const ResultTable& table : analysis.tables)
            parts.outputs.push_back("results/" + analysis.id + (table.name.empty() ? "" : "." + table.name) + ".csv");
    }
    for (const JudgedProposition& proposition : result.propositions) {
        std::vector<std::string> tested;
        for (const JudgedTest& test : proposition.tests) {
            const bool is_analysis = std::ranges::find(result.analyses, test.analysis, &AnalysisResult::id) !=
                                     result.analyses.end();  // a method that no test asks has its name there
            if (is_analysis && std::ranges::find(tested, test.analysis) == tested.end())
                tested.push_back(test.analysis);
        }
        parts.propositions.emplace_back(proposition.id, std::move(tested));
    }
    return parts;
}

std::string analysis_of_output(const StudyParts& parts, const std::string& output) {
    const std::string folder = "results/";
    if (!output.starts_with(folder)) return "";
    const std::string id = output.substr(folder.size(), output.find('.', folder.size()) - folder.size());
    const bool known = std::ranges::any_of(parts.analyses, [&](const auto& one) { return one.first == id; });
    return known ? id : "";
}

std::vector<GraphEdge> study_graph(const StudyParts& parts) {
    EdgeList list;
    const std::string study = "file:" + parts.study_file;
    for (const auto& [id, made] : parts.analyses) {
        const std::string node = "analysis:" + id;
        list.add(study, node, "settings");
        for (const DataRead& data : made.data) {
            if (!data.result.empty()) {
                list.add("analysis:" + data.result, node, "result");
                continue;
            }
            for (const FileDigest& file : data.files) list.add("file:" + file.path, node, "read");
        }
    }
    for (const auto& [id, tested] : parts.propositions) {
        list.add(study, "proposition:" + id, "declared");
        for (const std::string& analysis : tested) list.add("analysis:" + analysis, "proposition:" + id, "tested");
    }
    for (const FigureOrigin& figure : parts.figures) {
        for (const std::string& analysis : figure.analyses)
            list.add("analysis:" + analysis, "figure:" + figure.id, "drawn");
    }
    for (const std::string& output : parts.outputs) add_output(list, parts, output);
    return std::move(list.edges);
}

Table graph_table(const std::vector<GraphEdge>& edges) {
    TableRows rows(TextColumn{"from"}, TextColumn{"to"}, TextColumn{"kind"});
    for (const GraphEdge& edge : edges) rows.add(edge.from, edge.to, edge.kind);
    return rows.table();
}

}  // namespace tarazy
