#include "ledger/example_run_test.hpp"

#include "base/number_text.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "ledger/output_folder.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace tarazy {
namespace {

constexpr const char* votes = "rcid,ccode,vote\n1,365,1\n1,705,1\n2,365,3\n2,705,1\n";
constexpr const char* study = "[study]\nid = \"example\"\n";

Claim agreement_claim() {
    Claim claim;
    claim.id = "votes.KAZ-RUS.47.agree_voeten";
    claim.analysis = "votes";
    claim.quantity = "agree_voeten";
    claim.subject = "KAZ-RUS, session 47 (1992)";
    claim.value = 0.75;
    claim.interval = Interval{0.6, 0.1 + 0.2, 0.9, "bootstrap percentile"};
    claim.quantiles = {{0.05, 0.6}, {0.5, 0.75}, {0.95, 0.9}};
    claim.unit = "share";
    claim.method = "align similarity";
    claim.formula = "agreements + half agreements over roll calls";
    claim.formula_source = "an author, a year, an equation";
    claim.parameters = R"({"sessions":"47"})";
    claim.inputs = {{"votes", "session 47, ccode 365 and 705: 2 roll calls"}};
    claim.reproduce = "tarazy align similarity --votes votes.csv --states 365,705";
    return claim;
}

}  // namespace

LedgerContent example_content(double agreement) {
    LedgerContent content;
    content.run = {"example", "An example", "KAZ", "0.1.0", 1991, "tarazy study run study"};
    content.sources = {
        {"undl", "an author", "2025", "a title", "a publisher", "https://example.org", "1946-2025", "free"}};
    content.inputs = {{"study", "study", "study.toml", sha256_hex(study), 0, "", false, ""},
                      {"votes", "votes", "votes.csv", sha256_hex(votes), 4, "undl", false, ""}};
    content.analyses = {
        {"votes", "align.similarity", R"({"sessions":"47"})", "tarazy align similarity --votes votes.csv"}};
    Claim unknown = agreement_claim();
    unknown.id = "votes.KAZ-CHN.47.agree_voeten";
    unknown.value.reset();
    unknown.interval.reset();
    unknown.quantiles.clear();
    Claim verdict;
    verdict.id = "P2.verdict";
    verdict.statement = "supported";
    verdict.inputs = {{"votes", ""}};
    content.claims = {agreement_claim(), unknown, verdict};
    content.claims[0].value = agreement;
    return content;
}

std::string write_example_run(const std::string& folder, double agreement) {
    const std::string shown = number_text(agreement);
    const std::string study_folder = folder + "/study", output = folder + "/output";
    std::filesystem::create_directories(study_folder);
    write_file_atomically(study_folder + "/study.toml", study);
    write_file_atomically(study_folder + "/votes.csv", votes);
    OutputFolder place(output);
    write_file_atomically(place.prepare("report.html"), "<!doctype html><p>" + shown + "</p>\n");
    write_file_atomically(place.prepare("results/votes.csv"),
                          "session,dyad,agree\n47,KAZ-RUS," + shown + "\n47,KAZ-CHN,\n48,KAZ-RUS,0.5\n");
    LedgerContent content = example_content(agreement);
    content.outputs = {record_output(place.staging(), "report.html"),
                       record_output(place.staging(), "results/votes.csv", 3)};
    write_ledger(place.prepare("ledger.sqlite"), content);
    Manifest manifest{content.run, study_folder_from(output, study_folder), content.inputs, content.outputs, 0.25};
    manifest.outputs.push_back(record_output(place.staging(), "ledger.sqlite"));
    write_file_atomically(place.prepare("manifest.json"), manifest_text(manifest));
    place.commit();
    return output;
}

ScratchFolder::ScratchFolder() {
    // A run flushes every file to disk; in a file system held in memory, where there is one, that costs nothing.
    std::string pattern = "/dev/shm/tarazy-ledger-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
        pattern = (std::filesystem::temp_directory_path() / "tarazy-ledger-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

FullDisk::FullDisk(std::size_t bytes) {
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    former_ = limit.rlim_cur;
    limit.rlim_cur = bytes;
    std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

FullDisk::~FullDisk() {
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = former_;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

}  // namespace tarazy
