#include "study/analysis_run.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace analysis_run_test {

TEST(AnalysisRun, AnAnalysisByItselfIsThatOfTheWholeRun) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    const Method& method = *find_method(all_methods(), "align.shares");
    AnalysisTask task{&study, &study.analyses[0], &method,
                      plan_analysis(study, study.analyses[0], study_frame(study), method)};
    const LoadedData votes = load_data(study, data_called(study, "votes")),
                     rolls = load_data(study, data_called(study, "roll_calls"));
    task.data = {&votes, &rolls};
    EXPECT_EQ(tables_by_role(task).at("votes"), &votes.table);
    const std::string folder = example / ".cache";
    const ComputedTables first = computed_tables(task, folder), again = computed_tables(task, folder);
    EXPECT_EQ(first.kept_as.size(), 64u);
    EXPECT_EQ(first.kept_as, again.kept_as);
    AnalysisResult found;
    found.tables = again.tables;
    add_claims(found, task);
    const StudyResult whole = run_study(study, all_methods());
    ASSERT_EQ(found.claims.size(), whole.analyses[0].claims.size());
    EXPECT_EQ(found.claims.front().value, whole.analyses[0].claims.front().value);
    EXPECT_EQ(found.failure, "");
}

}  // namespace analysis_run_test
}  // namespace tarazy
