// Cases from use (README.md beside): folders and files of a study, and results that were moved, damaged or made to fit.

#include "base/sha256.hpp"
#include "cli/cases_from_use/case_program_test.hpp"
#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace tarazy {
namespace cases_of_study_test {

namespace fs = std::filesystem;
using namespace testing_cases;
using testing_program::SmallStudy;

class Database {
public:
    explicit Database(const std::string& path) {
        if (sqlite3_open(path.c_str(), &open_) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(open_));
    }
    ~Database() { sqlite3_close(open_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    void execute(const std::string& statement) const {
        char* message = nullptr;
        if (sqlite3_exec(open_, statement.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
            throw std::runtime_error(statement + ": " + message);
    }

private:
    sqlite3* open_ = nullptr;
};

ProgramRun verified(const SmallStudy& small, int status) {
    return run_to(status, {"study", "verify", small.output(), "--format", "csv"});
}

/// The study with the first of these words of its file replaced.
void change_study(const SmallStudy& small, const std::string& words, const std::string& others) {
    std::string toml = bytes_of(small.study() + "/study.toml");
    toml.replace(toml.find(words), words.size(), others);
    small.folder.write("study/study.toml", toml);
}

TEST(CasesOfStudy, CommitFailsMixed) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string manifest = bytes_of(small.output() + "/manifest.json"),
                      ledger = bytes_of(small.output() + "/ledger.sqlite"),
                      report = bytes_of(small.output() + "/report.html");
    change_study(small, "A small study", "Another study");
    ASSERT_EQ(::chmod((small.output() + "/results").c_str(), 0555), 0);
    if (::geteuid() == 0) {  // the run is that of somebody who owns all but may not write into this folder
        const std::string top = small.folder / "";
        ASSERT_EQ(::chown(top.c_str(), 65534, 65534), 0);
        for (const auto& entry : fs::recursive_directory_iterator(top))
            ASSERT_EQ(::lchown(entry.path().c_str(), 65534, 65534), 0);
    }
    const ProgramRun run = run_prepared(small.command(), become_bound);
    if (run.status >= 126) GTEST_SKIP() << "the program cannot be run by somebody else here";
    EXPECT_EQ(run.status, 4) << run.err;
    expect_in(run.err, "results: cannot be written");
    EXPECT_EQ(bytes_of(small.output() + "/manifest.json"), manifest);
    EXPECT_EQ(bytes_of(small.output() + "/ledger.sqlite"), ledger);
    EXPECT_EQ(bytes_of(small.output() + "/report.html"), report);
    ASSERT_EQ(::chmod((small.output() + "/results").c_str(), 0755), 0);
    change_study(small, "Another study", "A small study");
    verified(small, 0);
}

TEST(CasesOfStudy, EmptyFileKey) {
    const SmallStudy small;
    change_study(small, "file = \"votes.csv\"", "file = \"\"");
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"study", "check", small.study()}, small.command()}) {
        const ProgramRun run = run_to(3, command);
        expect_in(run.err, "study.toml:34:8: 'file' of [data.votes] is empty");
    }
    EXPECT_FALSE(fs::exists(small.output() + "/manifest.json"));
}

TEST(CasesOfStudy, JournalBesideLedger) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string copy = small.folder / "copy.sqlite", journal = small.output() + "/ledger.sqlite-journal";
    fs::copy(small.output() + "/ledger.sqlite", copy);
    {
        const Database changed(copy);
        changed.execute("UPDATE claim_records SET value = 0.999");
        changed.execute("PRAGMA cache_size = 1; BEGIN; UPDATE claim_records SET statement = statement || 'zzzzzzzz'");
        changed.execute("UPDATE claim_records SET statement = ''");
        fs::copy(copy + "-journal", journal);  // what SQLite would roll back into the ledger that lies beside it
        changed.execute("ROLLBACK");
    }
    ASSERT_GT(fs::file_size(journal), 0u);
    expect_in(verified(small, 1).out, "\nadded,ledger.sqlite-journal,");
    for (const char* end : {"-wal", "-shm"}) {
        const fs::path beside = small.output() + "/ledger.sqlite" + end;
        fs::rename(journal, beside);
        expect_in(verified(small, 1).out, "\nadded,ledger.sqlite" + std::string(end) + ',');
        fs::rename(beside, journal);
    }
    fs::remove(journal);
    verified(small, 0);
}

TEST(CasesOfStudy, LedgerRefitted) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string file = small.output() + "/ledger.sqlite", ledger = bytes_of(file),
                      manifest = bytes_of(small.output() + "/manifest.json"), digest = sha256_file(file);
    const std::vector<std::string> changes = {"DELETE FROM sources",
                                              "UPDATE sources SET title = title || 'x'",
                                              "UPDATE sources SET rowid = rowid + 10",
                                              "INSERT INTO sources VALUES('k','a','1999','t','','','','')",
                                              "UPDATE runs SET seed = '1992'",
                                              "UPDATE data SET role = role || 'x'",
                                              "UPDATE analyses SET command = command || ' '",
                                              "UPDATE claim_records SET quantity = quantity || 'x'",
                                              "UPDATE claim_records SET subject = subject || 'x'",
                                              "UPDATE claim_texts SET method = method || 'x'",
                                              "UPDATE claim_texts SET formula_source = formula_source || 'x'",
                                              "UPDATE claim_texts SET reproduce = reproduce || 'x'"};
    for (const std::string& change : changes) {
        small.folder.write("output/ledger.sqlite", ledger);
        Database(file).execute("PRAGMA foreign_keys = OFF; " + change);
        std::string fitted = manifest;
        fitted.replace(fitted.find(digest), digest.size(), sha256_file(file));
        small.folder.write("output/manifest.json", fitted);
        EXPECT_NE(verified(small, 1).out, "") << change;
    }
}

TEST(CasesOfStudy, NotUtf8Folder) {
    const SmallStudy small;
    const std::string folder = small.folder / "bad\xffutf8";
    fs::copy(small.study(), folder);
    expect_in(run_to(2, {"study", "run", folder}).err, "is not UTF-8; rename it");
    EXPECT_FALSE(fs::exists(folder + "/output"));
    expect_in(run_to(2, {"study", "run", small.study(), "--output", folder + "/o"}).err, "is not UTF-8");
}

TEST(CasesOfStudy, RecoverDeletesForeign) {
    const SmallStudy small;
    small.folder.write("d/.pending/a", "keep");
    small.folder.write("d/.staging-mine/b", "keep");
    small.folder.write("d/own.txt", "x");
    small.folder.write("e/.pending/a", "keep");
    const std::string foreign = small.folder / "d", pending = small.folder / "e";
    const std::size_t before = small.folder.entries();
    expect_in(run_to(2, {"study", "verify", foreign}).err, "is no output folder of tarazy");
    run_to(2, {"explain", "anything", "--study", foreign});
    run_to(2, {"study", "diff", foreign, foreign});
    EXPECT_NE(run_program({"report", foreign}).status, 0);
    run_to(2, {"study", "run", small.study(), "--output", pending});
    EXPECT_EQ(small.folder.entries(), before);
    EXPECT_EQ(bytes_of(pending + "/.pending/a"), "keep");
}

TEST(CasesOfStudy, StudyNamesDevice) {
    const SmallStudy small;
    ASSERT_EQ(::mkfifo((small.study() + "/pipe").c_str(), 0600), 0);
    const std::string extra = "[data.extra]\nrole = \"documents\"\nsource = \"drawn\"\nfile = \"";
    std::string last = "[data.votes]";
    for (const char* device : {"/dev/zero", "/dev/stdin", "pipe"}) {
        const std::string now = extra + device + "\"\n\n[data.votes]";
        change_study(small, last, now);
        last = now;
        for (const std::vector<std::string>& command :
             {std::vector<std::string>{"study", "check", small.study()}, small.command()})
            expect_in(run_to(3, command).err, "[data.extra]: '" + std::string(device) + "' is no regular file");
    }
    for (const std::string& device : {std::string("/dev/zero"), small.study() + "/pipe"})
        expect_in(run_to(4, {"data", "inspect", device}).err, device + ": is no regular file");
}

TEST(CasesOfStudy, TomlDeepKeys) {
    const Folder folder;
    std::string key;
    for (int i = 0; i < 40'000; ++i) key += "a.";
    key += 'a';
    for (const std::string& text : {key + " = 1\n", '[' + key + "]\n"}) {
        const ProgramRun run = run_to(3, {"study", "check", folder.write("deep.toml", text)});
        expect_in(run.err, "tables are nested more than 100 deep");
        EXPECT_LT(run.err.size(), 1000u);
    }
}

TEST(CasesOfStudy, VerifyDamagedTable) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    small.folder.write("output/results/shares.csv", bytes_of(small.output() + "/results/shares.csv") + '"');
    small.folder.write("output/report.html", bytes_of(small.output() + "/report.html") + 'x');
    const ProgramRun run = verified(small, 1);
    expect_in(run.out, "\nchanged,results/shares.csv,");
    expect_in(run.out, "\ndamaged,results/shares.csv,");
    expect_in(run.out, "\nchanged,report.html,");
}

TEST(CasesOfStudy, VerifyRenamedStudy) {
    const SmallStudy small;
    ASSERT_EQ(run_program({"study", "run", small.study(), "--quiet"}).status, 0);
    fs::rename(small.study(), small.folder / "t");
    ::setenv("TMPDIR", (small.folder / "t").c_str(), 1);
    run_to(0, {"study", "verify", small.folder / "t/output"});
}

TEST(CasesOfStudy, VerifySingleMisses) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string evil = small.folder.write("output/results/sub/evil.csv", "a\n");
    expect_in(verified(small, 1).out, "\nadded,results/sub/evil.csv,");
    fs::remove_all(small.output() + "/results/sub");
    const std::string manifest = bytes_of(small.output() + "/manifest.json");
    std::string rows = manifest, duration = manifest;
    rows.replace(rows.find("\"rows\": 0", rows.find("\"ledger.sqlite\"")), 9, "\"rows\": 3");
    small.folder.write("output/manifest.json", rows);
    expect_in(verified(small, 1).out, "\ndisagrees,ledger.sqlite,number of rows,0,3,");
    const std::string key = "\"duration_seconds\": ";
    duration.insert(duration.find(key) + key.size(), "7");
    small.folder.write("output/manifest.json", duration);
    verified(small, 0);
    expect_in(bytes_of(TARAZY_SOURCE_DIR "/docs/ledger.md"), "duration");  // says that it cannot be checked
}

}  // namespace cases_of_study_test
}  // namespace tarazy
