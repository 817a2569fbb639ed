#include "analyses/write_study/written_faults.hpp"

#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tarazy {
namespace {

/// `"votes"` of `id = "votes"`.
std::string quoted_value(std::string_view line) {
    const std::size_t from = line.find('"'), to = line.find('"', from + 1);
    return from == std::string_view::npos || to == std::string_view::npos
               ? std::string()
               : std::string(line.substr(from + 1, to - from - 1));
}

std::string option_of_key(std::string_view line) {
    constexpr std::array<std::pair<std::string_view, const char*>, 6> options = {{{"id", "--name"},
                                                                                  {"title", "--title"},
                                                                                  {"focus", "--focus"},
                                                                                  {"years", "--years"},
                                                                                  {"comparison", "--comparison"},
                                                                                  {"seed", "--seed"}}};
    for (const auto& [key, option] : options)
        if (line.starts_with(key)) return option;
    return "";
}

std::string given_as(const StudyDraft& draft, const std::string& key) {
    const auto data = std::ranges::find(draft.data, key, &GivenData::key);
    if (data == draft.data.end()) return "";
    return joined(data->files, ", ", [](const GivenFile& file) { return file.written; });
}

std::string files_of_analysis(const StudyDraft& draft, const std::string& id) {
    const auto analysis = std::ranges::find(draft.analyses, id, &StartedAnalysis::id);
    std::string files;
    if (analysis == draft.analyses.end()) return files;
    for (const std::string& key : analysis->data)
        if (const std::string names = given_as(draft, key); !names.empty()) add_item(files, names);
    return files;
}

/// What the line of the text was made of; empty where the program alone chose it.
std::string made_of(const std::vector<std::string>& lines, std::size_t line, const StudyDraft& draft) {
    if (line == 0 || line > lines.size()) return "";
    std::size_t header = line;
    std::string id;
    while (header > 0 && !(lines[header - 1].starts_with('[') && lines[header - 1] != "[analysis.parameters]")) {
        if (lines[header - 1].starts_with("id = ")) id = quoted_value(lines[header - 1]);
        --header;
    }
    const std::string section = header == 0 ? "" : lines[header - 1];
    if (section == "[study]") return option_of_key(lines[line - 1]);
    if (section == "[[pole]]") return "--poles";
    for (const std::string_view begin : {"[data.", "[source.of_"}) {
        if (section.starts_with(begin))
            return given_as(draft, section.substr(begin.size(), section.size() - begin.size() - 1));
    }
    if (section != "[[analysis]]") return "";
    for (std::size_t at = header; id.empty() && at < lines.size() && !lines[at].starts_with('['); ++at)
        if (lines[at].starts_with("id = ")) id = quoted_value(lines[at]);
    return files_of_analysis(draft, id);
}

}  // namespace

Problem fault_of_order(Problem problem, std::string_view study_text, const StudyDraft& draft) {
    const std::string made = made_of(split(study_text, '\n'), problem.line, draft);
    problem.file = made.empty() ? "the study that would be written" : made;
    problem.line = problem.column = 0;
    return problem;
}

}  // namespace tarazy
