#include "analyses/all_methods.hpp"
#include "base/text_lists.hpp"
#include "cli/study/commands.hpp"
#include "study/data_files.hpp"
#include "study/study_file.hpp"
#include "table/table_rows.hpp"

#include <memory>

namespace tarazy {
namespace {

std::string words_for(DataState state) {
    switch (state) {
        case DataState::raw: return "raw file";
        case DataState::file: return "shipped file stands in";
        case DataState::folder: return "shipped results stand in";
        case DataState::missing: return "missing";
    }
    return "missing";
}

/// One row a thing that the study will read or do.
Table summary(const StudyFile& study) {
    TableRows rows(TextColumn{"kind"}, TextColumn{"id"}, TextColumn{"what"}, TextColumn{"state"});
    rows.add("study", study.id.text, study.title.en,
             study.focus.text + (study.focus.text.empty() ? "" : " ") + std::to_string(study.first_year) + "-" +
                 std::to_string(study.last_year));
    for (const StudyData& data : study.data) {
        const DataPlace place = find_data(study, data);
        rows.add("data", data.key.text, data.role.text + ": " + joined(place.written, " "), words_for(place.state));
    }
    for (const StudyAnalysis& analysis : study.analyses) {
        rows.add("analysis", analysis.id.text, analysis.method.text,
                 joined(analysis.data, ", ", [](const PlacedText& key) { return key.text; }));
    }
    for (const StudyProposition& proposition : study.propositions) {
        const std::size_t tests = proposition.tests.size();
        rows.add("proposition", proposition.id.text, proposition.text.en,
                 std::to_string(tests) + (tests == 1 ? " test" : " tests"));
    }
    return rows.table();
}

}  // namespace

void add_study_check(CLI::App& noun, Session& session) {
    auto folder = std::make_shared<std::string>();
    CLI::App& app =
        add_command(noun, "check",
                    "Read a study file, report all that is wrong with it in one pass, and list what a run will do.\n"
                    "Exit status 3 when there are problems.",
                    {{"tarazy study check studies/kazakhstan", "what the study reads, computes and tests"},
                     {"tarazy study check study.toml --quiet", "problems only, no warnings"}},
                    session, [&session, folder] {
                        const StudyFile study = read_study_file(*folder, all_methods());
                        for (const Problem& warning : study.warnings) warn(session, to_string(warning));
                        print_table(session, summary(study));
                    });
    app.add_option("study", *folder, "folder with study.toml, or the file itself")->required();
}

}  // namespace tarazy
