#include "study/analysis_cache.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace analysis_cache_test {

std::vector<ResultTable> two_tables() {
    Table main, second;
    main.add("state", Column(std::vector<std::string>{"KAZ", "", "line\nbreak"}));
    main.add("x", Column(std::vector<double>{0.5, 1.25, -3}));
    second.add("n", Column(std::vector<std::int64_t>{1, 2}));
    return {{"", main}, {"second", second}};
}

const std::string key(64, 'a');

TEST(AnalysisCache, KeepsTablesToTheLastDigit) {
    const ExampleStudy example;
    const std::string folder = example / ".cache";
    EXPECT_FALSE(read_cache(folder, key).has_value());
    ASSERT_TRUE(write_cache(folder, key, two_tables()));
    const auto kept = read_cache(folder, key);
    ASSERT_TRUE(kept.has_value());
    ASSERT_EQ(kept->size(), 2u);
    EXPECT_EQ(kept->at(1).name, "second");
    EXPECT_EQ(kept->at(0).table["state"].text(2), "line\nbreak");
    EXPECT_EQ(kept->at(0).table["x"].real(1), 1.25);
}

TEST(AnalysisCache, ADamagedEntryIsAsGoodAsNone) {
    const ExampleStudy example;
    const std::string folder = example / ".cache";
    ASSERT_TRUE(write_cache(folder, key, two_tables()));
    const std::string whole = read_file(folder + '/' + key);
    for (const std::string& damaged :
         {whole.substr(0, whole.size() / 2), whole + "x", std::string(), std::string("tarazy cache 1\n")}) {
        write_file_atomically(folder + '/' + key, damaged);
        EXPECT_FALSE(read_cache(folder, key).has_value());
    }
    std::string flipped = whole;
    flipped[whole.size() / 2] ^= 1;
    write_file_atomically(folder + '/' + key, flipped);
    EXPECT_FALSE(read_cache(folder, key).has_value());
}

/// The digest says that nothing was lost on the disk, not who wrote the file.
TEST(AnalysisCache, AnEntryWithTheRightDigestAndAFaultInsideIsAsGoodAsNone) {
    const ExampleStudy example;
    const std::string folder = example / ".cache";
    ASSERT_TRUE(write_cache(folder, key, two_tables()));
    for (const std::string& inside :
         {std::string("x\n"), std::string("table\n"), std::string("table 4\n"), std::string("table 4 n\n"),
          std::string("table 5 n\na\n1\n"), std::string("table -1 n\na\n1\n"), std::string("table 4 n"),
          std::string("table 18446744073709551605 n\na\n1\n"), "table 200002 n\n" + std::string(200'001, ',') + '\n'}) {
        const std::string text = "tarazy cache 1\n" + inside;
        write_file_atomically(folder + '/' + key, text + sha256_hex(text));
        EXPECT_FALSE(read_cache(folder, key).has_value()) << inside.substr(0, 40);
    }
}

TEST(AnalysisCache, AFolderThatCannotBeWrittenIsNoLoss) {
    const ExampleStudy example;
    EXPECT_FALSE(write_cache(example / "study.toml", key, two_tables()));
    EXPECT_FALSE(write_cache(example / ".cache", key, {{"", Table{}}}));
}

TEST(AnalysisCache, EntriesOfFormerRunsAreRemovedAndOtherFilesStay) {
    const ExampleStudy example;
    const std::string folder = example / ".cache", old(64, 'b');
    write_cache(folder, key, two_tables());
    write_cache(folder, old, two_tables());
    write_file_atomically(folder + "/notes.txt", "mine");
    prune_cache(folder, {key});
    EXPECT_TRUE(std::filesystem::exists(folder + '/' + key));
    EXPECT_FALSE(std::filesystem::exists(folder + '/' + old));
    EXPECT_TRUE(std::filesystem::exists(folder + "/notes.txt"));
}

TEST(AnalysisCache, AnythingThatChangesANumberChangesTheKey) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    const Method& method = *find_method(all_methods(), "align.shares");
    AnalysisPlan plan = plan_analysis(study, study.analyses[0], study_frame(study), method);
    const std::string before = cache_key(method, plan, {"votes abc"});
    EXPECT_EQ(cache_key(method, plan, {"votes abc"}), before);
    EXPECT_NE(cache_key(method, plan, {"votes abd"}), before);
    plan.frame.threads = 7;
    EXPECT_EQ(cache_key(method, plan, {"votes abc"}), before);
    plan.frame.seed = 2;
    EXPECT_NE(cache_key(method, plan, {"votes abc"}), before);
    plan.frame.seed = study.seed;
    plan.frame.poles[0].members = {"BLR"};
    EXPECT_NE(cache_key(method, plan, {"votes abc"}), before);
    AnalysisPlan coarse = plan;
    coarse.claims_only = true;
    EXPECT_NE(cache_key(method, coarse, {"votes abc"}), cache_key(method, plan, {"votes abc"}));
    Method without_poles = method;
    without_poles.reads_poles = false;
    const std::string others = cache_key(without_poles, plan, {"votes abc"});
    plan.frame.poles.clear();
    EXPECT_EQ(cache_key(without_poles, plan, {"votes abc"}), others);
}

}  // namespace analysis_cache_test
}  // namespace tarazy
