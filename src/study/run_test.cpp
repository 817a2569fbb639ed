#include "study/run.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "base/work_test.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/derive.hpp"
#include "study/study_result_json.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <map>

namespace tarazy {
namespace run_test {

std::string bytes_of_run(const StudyFile& study, const RunOptions& options = {}) {
    return to_json_text(run_study(study, all_methods(), options));
}

RunOptions cached_in(const ExampleStudy& example) {
    RunOptions options;
    options.cache_folder = example / ".cache";
    return options;
}

TEST(StudyRun, TheExampleRunsAndItsPropositionIsJudged) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    EXPECT_EQ(result.analyses.size(), 3u);
    EXPECT_EQ(result.propositions.at(0).verdict, Verdict::supported);
    EXPECT_EQ(result.data.size(), 4u);
    EXPECT_EQ(result.data[0].path, "data/votes.csv");
    EXPECT_EQ(result.command, "tarazy study run example");
}

TEST(StudyRun, ThreadsCacheAndRepetitionLeaveNoTrace) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    const std::string once = bytes_of_run(study);
    RunOptions alone;
    alone.threads = 1;
    EXPECT_EQ(bytes_of_run(study, alone), once);
    const RunOptions cached = cached_in(example);
    EXPECT_EQ(bytes_of_run(study, cached), once);
    EXPECT_EQ(bytes_of_run(study, cached), once);
}

TEST(StudyRun, PermutedInputRowsGiveTheSameTables) {
    const ExampleStudy example;
    const StudyResult before = run_study(example.read(), all_methods());
    std::string text = read_file(example / "data/votes.csv");
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    std::reverse(lines.begin() + 1, lines.end());
    text.clear();
    for (const std::string& line : lines) text += line;
    write_file_atomically(example / "data/votes.csv", text);
    const StudyResult after = run_study(example.read(), all_methods());
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(analysis_json_text(before.analyses[i]), analysis_json_text(after.analyses[i]));
    }
}

TEST(StudyRun, ADamagedCacheIsComputedAnew) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    const RunOptions cached = cached_in(example);
    const std::string once = bytes_of_run(study, cached);
    for (const auto& entry : std::filesystem::directory_iterator(example / ".cache"))
        write_file_atomically(entry.path().string(), "rubbish");
    EXPECT_EQ(bytes_of_run(study, cached), once);
}

TEST(StudyRun, AChangedParameterIsNotAnsweredFromTheCache) {
    const ExampleStudy example;
    const RunOptions cached = cached_in(example);
    const StudyResult before = run_study(example.read(), all_methods(), cached);
    example.edit("study.toml", "bootstrap = 200", "bootstrap = 100");
    const StudyResult after = run_study(example.read(), all_methods(), cached);
    EXPECT_NE(before.analyses[0].parameters, after.analyses[0].parameters);
    EXPECT_NE(before.analyses[0].claims.front().interval->lower, after.analyses[0].claims.front().interval->lower);
    EXPECT_EQ(before.analyses[0].claims.front().value, after.analyses[0].claims.front().value);
}

TEST(StudyRun, ShippedTablesGiveTheNumbersOfTheRawData) {
    const ExampleStudy example;
    example.ship_results();
    StudyResult raw_run;
    {
        const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
        (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
        raw_run = run_study(example.read(), all_methods());
        EXPECT_FALSE(raw_run.analyses[0].from_shipped_table);
    }
    const StudyResult shipped_run = run_study(example.read(), all_methods());
    EXPECT_TRUE(shipped_run.analyses[0].from_shipped_table);
    EXPECT_EQ(shipped_run.analyses[0].command, "tarazy study run example --only " + shipped_run.analyses[0].id);
    ASSERT_EQ(shipped_run.analyses[0].claims.size(), raw_run.analyses[0].claims.size());
    for (std::size_t i = 0; i < raw_run.analyses[0].claims.size(); ++i) {
        EXPECT_EQ(shipped_run.analyses[0].claims[i].value, raw_run.analyses[0].claims[i].value);
        EXPECT_EQ(shipped_run.analyses[0].claims[i].inputs.size(), raw_run.analyses[0].claims[i].inputs.size());
    }
    EXPECT_EQ(shipped_run.propositions[0].verdict, raw_run.propositions[0].verdict);
    const auto stands_in = [](const DataUse& use) {
        return use.fallback && use.path == "data/derived/shares.csv" && use.raw_path == "$TARAZY_TEST_RAW/votes.csv";
    };
    EXPECT_TRUE(std::ranges::any_of(shipped_run.data, stands_in));
}

TEST(StudyRun, TheCommandDoesNotDependOnWhereItIsTyped) {
    const ExampleStudy example;
    const StudyFile whole = example.read();
    EXPECT_EQ(run_command(whole), "tarazy study run example");
    std::filesystem::create_directories(example.beside("studies"));
    std::filesystem::rename(example.folder(), example.beside("studies/kz"));
    EXPECT_EQ(run_command(read_study_file(example.beside("studies/kz"), all_methods())), "tarazy study run studies/kz");
    std::filesystem::rename(example.beside("studies/kz/study.toml"), example.beside("studies/kz/other.toml"));
    EXPECT_EQ(run_command(read_study_file(example.beside("studies/kz/other.toml"), all_methods())),
              "tarazy study run studies/kz/other.toml");
}

TEST(StudyRun, SlowTheKazakhstanStudyRunsOnWhatShipsWithIt) {
    const std::string folder = std::string(TARAZY_SOURCE_DIR) + "/studies/kazakhstan";
    const StudyFile study = read_study_file(folder, all_methods());
    RunOptions options;
    for (const StudyData& data : study.data) {
        if (!data.fallback.text.empty()) options.shipped.insert(data.key.text);
    }
    const StudyResult result = run_study(study, all_methods(), options);
    EXPECT_EQ(result.propositions.size(), 21u);
    for (const JudgedProposition& proposition : result.propositions) {
        for (const JudgedTest& test : proposition.tests)
            EXPECT_EQ(test.claim.empty(), test.quantity.empty()) << proposition.id;
    }
}

/// How often a method of the tests was computed, by analysis.
std::map<std::string, int>& computed_so_far() {
    static std::map<std::string, int> counts;
    return counts;
}

/// Counts the rows of what it is given, and says so as one number.
Method row_count() {
    Method method;
    method.id = "toy.rows";
    method.reads = {{{"counted"}}};
    method.compute = [](const AnalysisPlan& plan, const RoleTables& data) {
        ++computed_so_far()[plan.id];
        TableRows rows(IntegerColumn{"n"});
        rows.add(data.at("counted")->rows());
        return std::vector<ResultTable>{{"", rows.table()}};
    };
    method.claims = [](const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
        Claim claim;
        claim.parts.quantity = claim.quantity = "rows";
        claim.id = series_claim_id(plan.id, claim.parts);
        claim.analysis = plan.id;
        claim.value = static_cast<double>(tables.front().table["n"].integers()[0]);
        claim.inputs = {{plan.inputs.front().key, "all rows"}};
        return std::vector<Claim>{claim};
    };
    return method;
}

struct CountedExample {
    ExampleStudy example;
    std::vector<Method> methods;
    explicit CountedExample(const std::string& data = "result = \"shares\"\ntable = \"summary\"\n") {
        const std::vector<Method> all(all_methods().begin(), all_methods().end());
        methods = all;
        methods.push_back(row_count());
        std::string text = read_file(example / "study.toml");
        text += "\n[data.found]\nrole = \"counted\"\n" + data +
                "[[analysis]]\nid = \"count\"\nmethod = \"toy.rows\"\ntitle = \"Rows\"\ndata = [\"found\"]\n";
        write_file_atomically(example / "study.toml", text);
    }
    [[nodiscard]] StudyFile read() const { return read_study_file(example.folder(), methods); }
};

TEST(StudyRun, AnAnalysisReadsTheResultOfAnother) {
    const CountedExample counted;
    const StudyFile study = counted.read();
    RunOptions options = cached_in(counted.example);
    options.analyses = {"count"};
    for (int again = 0; again < 2; ++again) {
        const StudyResult result = run_study(study, counted.methods, options);
        ASSERT_EQ(result.analyses.size(), 2u) << "what it reads is run, too";
        const AnalysisResult &read = result.analyses[0], &count = result.analyses[1];
        EXPECT_EQ(read.id, "shares");
        EXPECT_EQ(count.claims.at(0).value, static_cast<double>(find_table(read.tables, "summary")->rows()));
        ASSERT_EQ(count.claims[0].inputs.size(), 2u) << "it leads back to the files";
        EXPECT_EQ(count.claims[0].inputs[0].key, "votes");
        EXPECT_EQ(count.claims[0].inputs[0].rows, "through the result of shares: all rows");
        EXPECT_EQ(count.command, "tarazy study run example --only count");
    }
}

/// Three analyses by the counting method: of the votes, of the events, and of the result of the first.
struct CountedChain : CountedExample {
    CountedChain() : CountedExample("result = \"shares\"\n") {
        std::string text = read_file(example / "study.toml");
        text +=
            "[data.rows_votes]\nrole = \"counted\"\nfile = \"data/votes.csv\"\n"
            "[data.rows_events]\nrole = \"counted\"\nfile = \"data/events.csv\"\n"
            "[data.counted_votes]\nrole = \"counted\"\nresult = \"votes_counted\"\n";
        for (const auto& [id, data] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"votes_counted", "rows_votes"}, {"events_counted", "rows_events"}, {"again", "counted_votes"}})
            text += std::string("[[analysis]]\nid = \"") + id +
                    "\"\nmethod = \"toy.rows\"\ntitle = \"Rows\"\ndata = [\"" + data + "\"]\n";
        write_file_atomically(example / "study.toml", text);
    }
    /// What a run computes, the cache of the runs before it at hand: "again 1, votes_counted 1".
    [[nodiscard]] std::string computed_in_a_run() const {
        computed_so_far().clear();
        (void)run_study(read(), methods, cached_in(example));
        std::string text;
        for (const auto& [id, count] : computed_so_far())
            text += (text.empty() ? "" : ", ") + id + ' ' + std::to_string(count);
        return text;
    }
};

TEST(StudyRun, ARunComputesOnlyWhatChanged) {
    const CountedChain chain;
    EXPECT_EQ(chain.computed_in_a_run(), "again 1, count 1, events_counted 1, votes_counted 1");
    EXPECT_EQ(chain.computed_in_a_run(), "") << "nothing changed";
    chain.example.edit("study.toml", "title = \"Rows\"", "title = \"Lines\"");
    EXPECT_EQ(chain.computed_in_a_run(), "") << "words change no number";
    chain.example.edit("data/events.csv", "An invented assembly opens", "An invented assembly ends");
    EXPECT_EQ(chain.computed_in_a_run(), "events_counted 1") << "the others do not read the events";
    const std::string votes = read_file(chain.example / "data/votes.csv");
    write_file_atomically(chain.example / "data/votes.csv", votes.substr(0, votes.rfind('\n', votes.size() - 2) + 1));
    EXPECT_EQ(chain.computed_in_a_run(), "again 1, count 1, votes_counted 1") << "and what reads their results";
    write_file_atomically(chain.example / "data/votes.csv", votes);
    chain.example.edit("study.toml", "seed = 1", "seed = 5");
    EXPECT_EQ(chain.computed_in_a_run(), "again 1, count 1, events_counted 1, votes_counted 1") << "all draw from it";
}

TEST(StudyRun, AnAnalysisThatReadsAnEmptyResultHasNoneAndSaysSo) {
    const CountedExample counted;
    write_file_atomically(counted.example / "data/votes.csv", "rcid,ccode,vote\n1,2,1\n");
    const StudyResult result = run_study(counted.read(), counted.methods);
    EXPECT_EQ(result.analyses.back().failure, "the analysis 'shares', whose result it reads, has none");
}

TEST(StudyRun, AResultThatIsNotThereIsNamedWithItsPlace) {
    const auto problem_of = [](const std::string& data) -> std::string {
        try {
            const CountedExample counted(data);
            (void)run_study(counted.read(), counted.methods);
        } catch (const InputError& error) {
            return error.problems().front().what + "; " + error.problems().front().remedy;
        }
        return "";
    };
    EXPECT_TRUE(problem_of("result = \"shares\"\ntable = \"draw\"\n")
                    .starts_with("the result of 'shares' has no table 'draw'; its tables are (main), summary"));
    EXPECT_TRUE(problem_of("result = \"share\"\n").starts_with("unknown analysis 'share'; did you mean 'shares'?"));
    EXPECT_TRUE(
        problem_of("result = \"count\"\n").starts_with("the result of 'count' is read by the analysis 'count'"));
    EXPECT_TRUE(problem_of("result = \"shares\"\nfile = \"data/votes.csv\"\n")
                    .starts_with("[data.found] has both 'result' and a file"));
}

TEST(StudyRun, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    expect_stoppable([&](const Work& work) {
        RunOptions options;
        options.work = work;
        (void)run_study(study, all_methods(), options);
    });
}

TEST(StudyRun, AnInterruptedRunGoesOnFromTheAnalysesThatWereDone) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    const std::string whole = bytes_of_run(study);
    std::stop_source stop;
    RunOptions options = cached_in(example);
    options.work = Work(stop.get_token(), [&](const Progress& progress) {
        if (progress.what.find("(2 of 3)") != std::string_view::npos && progress.what.starts_with("analysis"))
            stop.request_stop();
    });
    EXPECT_THROW((void)run_study(study, all_methods(), options), Interrupted);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(example / ".cache"), {}), 1);
    EXPECT_EQ(bytes_of_run(study, cached_in(example)), whole);
}

}  // namespace run_test
}  // namespace tarazy
