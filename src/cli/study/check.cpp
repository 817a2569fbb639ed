#include "analyses/all_methods.hpp"
#include "base/text_lists.hpp"
#include "cli/study/commands.hpp"
#include "cli/study/kept_files.hpp"
#include "study/data_files.hpp"
#include "study/run.hpp"
#include "study/study_file.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <filesystem>
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

/// What the comparison states say of a test: how many pass it, too, and whether it then tells anything.
std::string comparison_words(const JudgedTest& test, const DeclaredTest& declared) {
    const ComparisonPasses& passes = test.comparison;
    if (!test.reason.empty() && test.claim.empty()) return test.reason;
    if (declared.criterion.scale != Scale::number)
        return test.reason.empty() ? "relative to the comparison states" : "relative: " + test.reason;
    if (passes.states == 0) return "no comparison states have such a number";
    const std::string count =
        std::to_string(passes.passed) + " of " + std::to_string(passes.states) + " comparison states pass";
    if (test.part == TestPart::premise || !passes.idle()) return count;
    return count + (test.counted() > 0 ? ": does not discriminate, counts because the study says why"
                                       : ": does not discriminate, weighs nothing");
}

/// The tests as they would be judged, a row each, but for the result: it is not for who mends the tests to see.
/// @param judged  nullptr: the analyses were not run
void add_tests(auto& rows, const StudyProposition& proposition, const JudgedProposition* judged) {
    for (std::size_t t = 0; t < proposition.tests.size(); ++t) {
        const DeclaredTest& test = proposition.tests[t];
        rows.add(std::string(to_string(test.part)), proposition.id.text,
                 test.analysis.text + '.' + test.quantity.text + ' ' + test.criterion_text.text,
                 judged == nullptr ? "" : comparison_words(judged->tests[t], test));
    }
}

/// Warns of tests that tell nothing of the state studied.
void warn_of_idle_tests(Session& session, const StudyFile& study, const StudyResult& result) {
    for (std::size_t p = 0; p < result.propositions.size(); ++p) {
        for (std::size_t t = 0; t < study.propositions[p].tests.size(); ++t) {
            const DeclaredTest& declared = study.propositions[p].tests[t];
            const JudgedTest& test = result.propositions[p].tests[t];
            if (test.counted() == declared.weight) continue;
            warn(session,
                 to_string(Problem{
                     study.path, declared.criterion_text.place.line, declared.criterion_text.place.column,
                     (test.comparison.passed == 0 ? "none of the " : "all ") + std::to_string(test.comparison.states) +
                         " comparison states " + (test.comparison.passed == 0 ? "passes" : "pass") +
                         " this test: it does not discriminate and weighs nothing",
                     "test where the state stands among them (\"above the median of comparison\"), or say "
                     "under absolute_because why it counts"}));
        }
    }
}

/// Runs the analyses, so that tests can be compared with the comparison states. What the study's output folder keeps of
/// earlier runs is used.
StudyResult result_of(const StudyFile& study, Session& session) {
    RunOptions options;
    options.threads = session.threads;
    options.work = session.work;
    const std::string kept = study.folder + "/output/.cache";
    if (std::filesystem::is_directory(kept)) options.cache_folder = kept;
    StudyResult result = run_study(study, all_methods(), options);
    erase_progress(session);
    return result;
}

/// One row a thing that the study will read or do.
/// @param result  of the study; nullptr: it was not run
Table summary(const StudyFile& study, const StudyResult* result) {
    TableRows rows(TextColumn{"kind"}, TextColumn{"id"}, TextColumn{"what"}, TextColumn{"state"});
    rows.add("study", study.id.text, study.title.en,
             study.focus.text + (study.focus.text.empty() ? "" : " ") + std::to_string(study.first_year) + "-" +
                 std::to_string(study.last_year));
    for (const StudyData& data : study.data) {
        const DataPlace place = find_data(study, data);
        rows.add("data", data.key.text, data.role.text + ": " + joined(place.written, " "),
                 data.result.text.empty() ? words_for(place.state) : "computed in the run");
    }
    for (const StudyAnalysis& analysis : study.analyses) {
        rows.add("analysis", analysis.id.text, analysis.method.text,
                 joined(analysis.data, ", ", [](const PlacedText& key) { return key.text; }));
    }
    for (const StudyChoice& choice : study.choices)
        rows.add("choice", choice.id.text, choice.name.en,
                 joined(choice.alternatives, ", ", [](const auto& one) { return one.id.text; }));
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        const StudyProposition& proposition = study.propositions[p];
        const std::size_t tests = proposition.tests.size();
        rows.add("proposition", proposition.id.text, proposition.text.en,
                 std::to_string(tests) + (tests == 1 ? " test" : " tests"));
        add_tests(rows, proposition, result == nullptr ? nullptr : &result->propositions[p]);
    }
    return rows.table();
}

struct CheckOfStudy {
    std::string study;
    bool no_run = false;
};

void check(const CheckOfStudy& options, Session& session) {
    const StudyFile study = read_study_file(options.study, all_methods());
    keep_files_of_study(session, study);
    for (const Problem& warning : study.warnings) warn(session, to_string(warning));
    const auto tested = [](const StudyProposition& proposition) { return !proposition.tests.empty(); };
    if (options.no_run || std::ranges::none_of(study.propositions, tested))
        return print_table(session, summary(study, nullptr));
    const StudyResult result = result_of(study, session);
    warn_of_idle_tests(session, study, result);
    print_table(session, summary(study, &result));
}

}  // namespace

void add_study_check(CLI::App& noun, Session& session) {
    auto options = std::make_shared<CheckOfStudy>();
    CLI::App& app = add_command(
        noun, "check",
        "Read a study file, report all that is wrong with it in one pass, and list what a run will do. Then run the\n"
        "analyses and count for each declared test how many comparison states pass it, too: a test that all of them\n"
        "pass, or none, tells nothing of the state studied. Results of tests are not shown. Nothing is written but\n"
        "what the study's output folder keeps for later runs. Exit status 3 when there are problems.",
        {{"tarazy study check studies/kazakhstan", "what the study reads, computes and tests"},
         {"tarazy study check study.toml --no-run --quiet", "problems of the file only, at once, no warnings"}},
        session, [options, &session] { check(*options, session); });
    app.add_option("study", options->study, "folder with study.toml, or the file itself")->required();
    app.add_flag("--no-run", options->no_run, "do not run the analyses");
}

}  // namespace tarazy
