#include "cli/program_run_test.hpp"
#include "ledger/manifest.hpp"
#include "ledger/output_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace tarazy {
namespace study_explain_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

Claim claim(const std::string& id, double value) {
    Claim claim;
    claim.id = id;
    claim.analysis = "votes";
    claim.quantity = claim.parts.quantity = "mean_share";
    claim.method = "align shares";
    claim.subject = "KAZ, RUS, 1992-2012";
    claim.value = value;
    claim.interval = Interval{value - 0.1, value + 0.1, 0.9, "bootstrap percentile"};
    claim.unit = "share";
    claim.formula = "closeness over the sum of closeness";
    claim.parameters = R"({"bootstrap": 100})";
    claim.inputs = {{"votes", "sessions 47-67"}};
    claim.reproduce = "tarazy align shares study.toml";
    return claim;
}

LedgerContent content() {
    LedgerContent content;
    content.run = {"small", "A small study", "KAZ", "0.1.0", 7, "tarazy study run small"};
    content.sources = {{"undl", "An author", "2025", "Votes", "", "", "", ""}};
    content.inputs = {{"votes", "votes", "data/votes.csv", std::string(64, 'a'), 120, "undl", false, ""}};
    content.analyses = {{"votes", "align.shares", "{}", "tarazy align shares"}};
    content.claims = {claim("votes.mean_share.RUS.1992-2012", 0.5), claim("votes.mean_share.CHN.1992-2012", 0.25)};
    return content;
}

std::string write_run(const Folder& folder, const LedgerContent& content) {
    OutputFolder output(folder / "output");
    write_ledger(output.prepare("ledger.sqlite"), content);
    const Manifest manifest{content.run, "..", content.inputs, {record_output(output.staging(), "ledger.sqlite")}, 0.1};
    std::ofstream(output.prepare("manifest.json")) << manifest_text(manifest);
    output.commit();
    return folder / "output";
}

TEST(Explain, ShowsEverythingBehindANumber) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const ProgramRun run =
        run_program({"explain", "votes.mean_share.RUS.1992-2012", "--study", output, "--format", "table"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.err, "");
    for (const char* part : {"0.5", "0.4 to 0.6 (90 %, bootstrap percentile)", "closeness over the sum",
                             "data/votes.csv, 120 rows", "sessions 47-67", "aaaaaaaa", "An author (2025): Votes",
                             "tarazy align shares study.toml", "averaged over the years"}) {
        EXPECT_NE(run.out.find(part), std::string::npos) << part << "\n" << run.out;
    }
}

TEST(Explain, SaysWhyANumberHasNoInterval) {
    const Folder folder;
    LedgerContent counted = content();
    counted.claims[0].interval.reset();
    counted.claims[0].no_interval = "it is counted in the record as it is";
    const std::string output = write_run(folder, counted);
    const ProgramRun run =
        run_program({"explain", "votes.mean_share.RUS.1992-2012", "--study", output, "--format", "table"});
    EXPECT_NE(run.out.find("interval      none: it is counted in the record as it is"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("sampling error"), std::string::npos);
}

TEST(Explain, JsonCarriesTheSameInFields) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const ProgramRun run =
        run_program({"explain", "votes.mean_share.RUS.1992-2012", "--study", output, "--format", "json"});
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["tarazy"]["command"], "explain");
    EXPECT_EQ(json["result"]["value"], 0.5);
    EXPECT_EQ(json["result"]["parameters"]["bootstrap"], 100);
    EXPECT_EQ(json["result"]["inputs"][0]["files"][0]["sha256"], std::string(64, 'a'));
}

TEST(Explain, SpeaksTheLanguageThatIsAskedFor) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const ProgramRun run = run_program(
        {"explain", "votes.mean_share.RUS.1992-2012", "--study", output, "--language", "ru", "--format", "json"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\"unit\": \"доля\""), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\"subject\": \"Казахстан, Россия, 1992-2012\""), std::string::npos) << run.out;
    EXPECT_EQ(run_program({"explain", "votes", "--study", output, "--language", "de"}).status, 2);
}

TEST(Explain, LabelsAndSentencesAreInTheLanguageThatIsAskedFor) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const auto explained = [&](const std::string& language) {
        const ProgramRun run = run_program({"explain", "votes.mean_share.RUS.1992-2012", "--study", output,
                                            "--language", language, "--format", "table"});
        EXPECT_EQ(run.status, 0) << run.err;
        return run.out;
    };
    const std::string kazakh = explained("kk"), russian = explained("ru");
    for (const char* part : {"\nаралық        0.4 … 0.6 (90 %, бутстрап, процентильдер)\n", "data/votes.csv, 120 жол\n",
                             "\nжолдар        жоқ: қалтада не оқылғанын айтатын results/study.json жоқ\n"})
        EXPECT_NE(kazakh.find(part), std::string::npos) << part << "\n" << kazakh;
    for (const char* part : {"\nинтервал         от 0.4 до 0.6 (90 %, бутстреп, процентили)\n",
                             "data/votes.csv, 120 строк\n", "\nпересчёт         tarazy align shares study.toml\n"})
        EXPECT_NE(russian.find(part), std::string::npos) << part << "\n" << russian;
    for (const std::string& text : {kazakh, russian}) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            EXPECT_TRUE(static_cast<unsigned char>(line.at(0)) >= 0x80U || line.starts_with("sha256")) << line;
    }
}

TEST(Explain, AVerdictIsSaidInTheLanguageThatIsAskedFor) {
    const Folder folder;
    const std::string study = folder / "small";
    ASSERT_EQ(run_program({"study", "new", study, "--quiet"}).status, 0);
    ASSERT_EQ(run_program({"study", "run", study, "--quiet"}).status, 0);
    const ProgramRun verdict = run_program(
        {"explain", "proposition.P2.verdict", "--study", study + "/output", "--language", "kk", "--format", "json"});
    const auto told = nlohmann::json::parse(verdict.out)["result"];
    EXPECT_EQ(told["statement"], "тексерілмеді");
    EXPECT_EQ(told["subject"], "P2: Қоғам бұл бағытты қолдайды.");
    const ProgramRun list = run_program({"explain", "P1", "--study", study + "/output", "--language", "ru"});
    EXPECT_NE(list.out.find("разность"), std::string::npos) << list.out;
    EXPECT_NE(list.out.find("Казахстан"), std::string::npos) << list.out;
}

TEST(Explain, BeginningOfANameListsTheClaims) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const ProgramRun run = run_program({"explain", "votes.mean_share", "--study", output});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "claim,value,lower,upper,unit,statement,subject\n"
              "votes.mean_share.RUS.1992-2012,0.5,0.4,0.6,share,,\"KAZ, RUS, 1992-2012\"\n"
              "votes.mean_share.CHN.1992-2012,0.25,0.15,0.35,share,,\"KAZ, RUS, 1992-2012\"\n");
}

TEST(Explain, UnknownClaimIsAnsweredWithTheNearest) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const ProgramRun run = run_program({"explain", "votes.mean_share.RSU.1992-2012", "--study", output});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("did you mean 'votes.mean_share.RUS.1992-2012'?"), std::string::npos) << run.err;
}

TEST(Explain, FolderWithoutResultsIsAUsageError) {
    const Folder folder;
    const ProgramRun run = run_program({"explain", "x", "--study", folder / "none"});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("holds no results"), std::string::npos) << run.err;
}

TEST(Explain, AlteredLedgerIsPointedOut) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    LedgerContent altered = content();
    altered.claims[0].value = 0.6;
    write_ledger(output + "/ledger.sqlite", altered);
    const ProgramRun run = run_program({"explain", "votes.mean_share.RUS.1992-2012", "--study", output});
    EXPECT_NE(run.err.find("is not the one that manifest.json records"), std::string::npos) << run.err;
}

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// The example study, its votes in two files.
std::string run_with_two_files(const Folder& folder) {
    const std::string study = folder / "small";
    EXPECT_EQ(run_program({"study", "new", study, "--quiet"}).status, 0);
    const std::vector<std::string> votes = lines_of(study + "/data/votes.csv");
    std::ofstream first(study + "/data/votes.csv"), second(study + "/data/votes_2.csv");
    second << votes.front() << '\n';
    for (std::size_t i = 0; i < votes.size(); ++i) (i < votes.size() / 2 ? first : second) << votes[i] << '\n';
    std::string text;
    for (const std::string& line : lines_of(study + "/study.toml"))
        text += (line.starts_with("file = \"data/votes.csv\"") ? "file = [\"data/votes.csv\", \"data/votes_2.csv\"]"
                                                               : line) +
                '\n';
    std::ofstream(study + "/study.toml") << text;
    first.close();
    second.close();
    const ProgramRun run = run_program({"study", "run", study, "--quiet"});
    EXPECT_EQ(run.status, 0) << run.err;
    return study;
}

TEST(Explain, ARowIsNamedByItsFileAndTheLineInIt) {
    const Folder folder;
    const std::string study = run_with_two_files(folder);
    const ProgramRun run = run_program({"explain", "shares.mean_share.RUS.2005-2016", "--study", study + "/output",
                                        "--format", "json", "--rows", "100000"});
    ASSERT_EQ(run.status, 0) << run.err;
    std::set<std::string> files;
    std::map<std::string, std::vector<std::string>> read;
    const auto json = nlohmann::json::parse(run.out);
    for (const auto& input : json["result"]["rows"]) {
        EXPECT_EQ(input["shown"].size(), input["rows_used"].get<std::size_t>());
        if (input["key"] != "votes") continue;
        for (const auto& row : input["shown"]) {
            const std::string file = row["file"];
            files.insert(file);
            std::vector<std::string>& lines = read[file];
            if (lines.empty()) lines = lines_of(study + '/' + file);
            const auto& cells = row["cells"];
            EXPECT_EQ(lines.at(row["line"].get<std::size_t>() - 1), cells["rcid"].get<std::string>() + ',' +
                                                                        cells["ccode"].get<std::string>() + ',' +
                                                                        cells["vote"].get<std::string>());
            if (testing::Test::HasFailure()) return;
        }
    }
    EXPECT_EQ(files, (std::set<std::string>{"data/votes.csv", "data/votes_2.csv"}));
    const ProgramRun text =
        run_program({"explain", "shares.mean_share.RUS.2005-2016", "--study", study + "/output", "--format", "table"});
    EXPECT_NE(text.out.find("row           data/votes.csv:"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("rows by       ccode: "), std::string::npos) << text.out;
}

TEST(Explain, SaysWhyThereAreNoRows) {
    const Folder folder;
    const std::string output = write_run(folder, content());
    const ProgramRun run =
        run_program({"explain", "votes.mean_share.RUS.1992-2012", "--study", output, "--format", "table"});
    EXPECT_NE(run.out.find("rows          none: results/study.json is not in the folder"), std::string::npos)
        << run.out;
}

TEST(StudyDiff, StatusTellsWhetherAnythingDiffers) {
    const Folder one, two;
    const std::string before = write_run(one, content());
    EXPECT_EQ(run_program({"study", "diff", before, before}).status, 0);
    LedgerContent changed = content();
    changed.claims[0].value = 0.6;
    const ProgramRun run = run_program({"study", "diff", before, write_run(two, changed)});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.out,
              "kind,id,field,before,after,difference,relative\n"
              "value changed,votes.mean_share.RUS.1992-2012,value,0.5,0.6,0.1,0.2\n");
}

TEST(StudyDiff, DamagedLedgerIsAnInputError) {
    const Folder one;
    const std::string before = write_run(one, content());
    std::filesystem::resize_file(before + "/ledger.sqlite", 5000);
    const ProgramRun run = run_program({"study", "diff", before, before});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("the ledger is damaged"), std::string::npos) << run.err;
}

}  // namespace study_explain_test
}  // namespace tarazy
