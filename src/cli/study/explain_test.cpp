#include "cli/program_run_test.hpp"
#include "ledger/manifest.hpp"
#include "ledger/output_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
