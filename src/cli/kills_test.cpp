// What a kill at each change that a command makes to the disk leaves behind: the old results or the new ones, and the
// same command run again gives the bytes of an undisturbed run and leaves nothing else.

#include "cli/killed_program_test.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <sstream>

namespace tarazy {
namespace cli_kills_test {

namespace fs = std::filesystem;
using namespace testing_program;

const std::string sources = TARAZY_SOURCE_DIR;

/// A command, and the folder in which it is run.
struct Killable {
    const char* name;
    std::function<void(const Folder&)> prepare;
    std::vector<std::string> command;
    bool refuses_its_own = false;  ///< what stands whole is not written again: status 2
    bool several = false;          ///< results that are not one: each is the old one or the new one
    std::string passing = {};      ///< beginning of names of what may be there and may be not (a cache)
};

void PrintTo(const Killable& killable, std::ostream* out) {
    *out << killable.name;
}

ProgramRun run_in(const std::string& folder, const std::vector<std::string>& command) {
    const fs::path here = fs::current_path();
    fs::current_path(folder);
    const ProgramRun run = run_program(command);
    fs::current_path(here);
    return run;
}

/// All files of a folder, with their bytes.
std::map<std::string, std::string> contents(const std::string& folder, const std::string& passing) {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path(), folder).string();
        if (!passing.empty() && name.find(passing) != std::string::npos) continue;
        found[name] = entry.is_directory() ? "(folder)" : bytes_of(entry.path().string());
    }
    return found;
}

std::string differing(const std::map<std::string, std::string>& a, const std::map<std::string, std::string>& b) {
    std::string names;
    for (const auto& [name, bytes] : a)
        if (const auto other = b.find(name); other == b.end() || other->second != bytes) names += ' ' + name;
    for (const auto& [name, bytes] : b)
        if (!a.contains(name)) names += ' ' + name;
    return names;
}

/// Of the files that the command changes: is each the old or the new one, and are all the one or all the other?
std::string mixture(const std::map<std::string, std::string>& now, const std::map<std::string, std::string>& before,
                    const std::map<std::string, std::string>& after, bool several) {
    std::size_t old_ones = 0, new_ones = 0;
    const auto in = [](const std::map<std::string, std::string>& files, const std::string& name) {
        const auto found = files.find(name);
        return found == files.end() ? std::string("(nothing)") : found->second;
    };
    for (const auto& [name, bytes] : after) {
        const std::string was = in(before, name), is = in(now, name);
        if (was == bytes || bytes == "(folder)") continue;
        if (is != was && is != bytes) return name + " is neither the old one nor the new one";
        (is == was ? old_ones : new_ones) += 1;
    }
    return several || old_ones == 0 || new_ones == 0 ? "" : "some results are old and some are new";
}

/// Every change in `./check --slow`, the 1st, 5th, 21st, 85th otherwise.
int next_change(int number) {
    return std::getenv("TARAZY_SLOW") == nullptr ? 4 * number + 1 : number + 1;
}

class Kills : public testing::TestWithParam<Killable> {
protected:
    void SetUp() override { ::setenv("TMPDIR", (folder / "").c_str(), 1); }
    void TearDown() override { ::unsetenv("TMPDIR"); }

    [[nodiscard]] std::string fresh(const std::string& name) const {
        fs::remove_all(folder / name);
        fs::copy(folder / "base", folder / name, fs::copy_options::recursive);
        return folder / name;
    }

    Folder folder;
};

TEST_P(Kills, LeaveTheOldOrTheNewAndTheNextRunIsAsIfNothingHadBeen) {
    const Killable& killable = GetParam();
    {
        const Folder preparing;
        killable.prepare(preparing);
        fs::copy(preparing / "", folder / "base", fs::copy_options::recursive);
    }
    const std::string whole = fresh("whole");
    const ProgramRun undisturbed = run_in(whole, killable.command);
    ASSERT_EQ(undisturbed.status, 0) << undisturbed.err;
    const auto before = contents(folder / "base", killable.passing), after = contents(whole, killable.passing);
    ASSERT_NE(before, after);
    int killed = 0;
    for (int number = 1;; number = next_change(number)) {
        const std::string work = fresh("work");
        const Killed end = kill_at_change(killable.command, work, number);
        if (end == Killed::cannot_trace) GTEST_SKIP() << "no process may be traced here";
        if (end == Killed::ended_before) break;
        ++killed;
        const auto now = contents(work, killable.passing);
        EXPECT_EQ(mixture(now, before, after, killable.several), "") << "change " << number;
        const ProgramRun again = run_in(work, killable.command);
        const bool stood_whole = killable.refuses_its_own && now == after;
        EXPECT_EQ(again.status, stood_whole ? 2 : 0) << "change " << number << ": " << again.err;
        if (!stood_whole) {
            EXPECT_EQ(again.out, undisturbed.out) << "change " << number;
        }
        EXPECT_EQ(differing(contents(work, killable.passing), after), "") << "change " << number;
    }
    EXPECT_GT(killed, 0);
    RecordProperty("kills", killed);
}

void copy_in(const Folder& folder, const std::string& from, const std::string& name) {
    fs::copy(sources + '/' + from, folder / name, fs::copy_options::recursive);
}

void invented_study(const Folder& folder) {
    ASSERT_EQ(run_in(folder / "", {"study", "new", "s", "--quiet"}).status, 0);
}

void invented_run(const Folder& folder) {
    invented_study(folder);
    ASSERT_EQ(run_in(folder / "", {"study", "run", "s", "--quiet"}).status, 0);
    // The day stands in the crate; a copy of the run has the same.
    fs::remove_all(folder / "s/output/.cache");
}

std::string choice(const std::string& id, const std::string& set) {
    return "\n[[choice]]\nid = \"" + id + "\"\nname = \"" + id + "\"\nreason = \"either will do\"\n" +
           "[[choice.alternative]]\nid = \"own\"\nname = \"own\"\n[[choice.alternative]]\nid = \"other\"\n" +
           "name = \"other\"\nset = { " + set + " }\n";
}

/// Judged once, and then one choice more.
void study_of_universes(const Folder& folder) {
    invented_study(folder);
    const std::string text = bytes_of(folder / "s/study.toml") + choice("west", R"("pole.WEST.members" = ["USA"])");
    folder.write("s/study.toml", text);
    ASSERT_EQ(run_in(folder / "", {"study", "multiverse", "s", "-o", "m", "--derive", "--quiet"}).status, 0);
    folder.write("s/study.toml", text + choice("seed", R"("study.seed" = 2)"));
}

void numbers(const Folder& folder) {
    std::string text = "a,b\n";
    for (int i = 0; i < 3000; ++i) text += std::to_string(i) + ",x" + std::to_string(i % 7) + '\n';
    folder.write("in.csv", text);
    for (const char* old : {"o.csv.gz", "o.xlsx", "o.sav"}) folder.write(old, "old");
}

std::vector<Killable> killables() {
    return {
        {"Gzip", numbers, {"data", "convert", "in.csv", "o.csv.gz"}},
        {"Workbook", numbers, {"data", "convert", "in.csv", "o.xlsx"}},
        {"Spss", numbers, {"data", "convert", "in.csv", "o.sav"}},
        {"Ensemble",
         [](const Folder& folder) {
             std::string text = bytes_of(sources + "/examples/corridor/ensemble.toml");
             text.replace(text.find("base = 1000"), 11, "base = 40");
             folder.write("s.toml", text);
         },
         {"simulate", "ensemble", "s.toml", "--threads", "1", "--checkpoint", "kept", "--show", "runs", "-o", "r.csv"},
         false,
         false,
         "kept"},
        {"Multiverse",
         study_of_universes,
         {"study", "multiverse", "s", "-o", "m", "--derive", "--quiet", "--format", "csv"},
         false,
         true,
         ".cache"},
        {"NewStudy", [](const Folder&) {}, {"study", "new", "s", "--quiet"}, true},
        {"NewStudyInAnEmptyFolder",
         [](const Folder& folder) { fs::create_directory(folder / "s"); },
         {"study", "new", "s", "--quiet"},
         true},
        {"Crate", invented_run, {"study", "export", "s/output", "-o", "crate", "--date", "2026-01-01"}, true},
        {"CrateInAnEmptyFolder",
         [](const Folder& folder) {
             invented_run(folder);
             fs::create_directory(folder / "crate");
         },
         {"study", "export", "s/output", "-o", "crate", "--date", "2026-01-01"},
         true},
        {"Figures",
         [](const Folder& folder) {
             invented_run(folder);
             folder.write("f/balance.csv", "old");
         },
         {"report", "figures", "s/output", "-o", "f", "--quiet"},
         false,
         true},
        {"QdpxImport",
         [](const Folder& folder) { copy_in(folder, "src/text/testdata/sample.qdpx", "p.qdpx"); },
         {"text", "qdpx", "import", "p.qdpx", "--folder", "f"}},
        {"QdpxExport",
         [](const Folder& folder) {
             copy_in(folder, "src/text/testdata/sample.qdpx", "p.qdpx");
             ASSERT_EQ(run_in(folder / "", {"text", "qdpx", "import", "p.qdpx", "--folder", "f"}).status, 0);
             folder.write("x.qdpx", "old");
         },
         {"text", "qdpx", "export", "x.qdpx", "--folder", "f"}},
        {"Corpus",
         [](const Folder& folder) { copy_in(folder, "src/text/testdata/declarations.csv", "d.csv"); },
         {"text", "build", "d.csv", "-o", "c.db", "--log", "log.csv", "--quiet"},
         false,
         true},
        {"SealedForecast",
         [](const Folder& folder) { copy_in(folder, "examples/corridor/shares.csv", "s.csv"); },
         {"simulate", "forecast", "s.csv", "--horizon", "3", "--seal", "seal.json", "-o", "f.csv", "--quiet"},
         true,
         true},
    };
}

INSTANTIATE_TEST_SUITE_P(Commands, Kills, testing::ValuesIn(killables()),
                         [](const auto& killable) { return std::string(killable.param.name); });

/// Every method at once, in the folder of its last results: killed at moments that are drawn.
TEST(SlowKills, AStudyOfEveryMethodLeavesTheOldResultsOrTheNewOnes) {
    const bool slow = std::getenv("TARAZY_SLOW") != nullptr;
    if (!slow) GTEST_SKIP() << "made by ./check --slow";
    const Folder folder;
    ::setenv("TMPDIR", (folder / "").c_str(), 1);
    fs::copy(sources + "/src/analyses/testdata/every_method", folder / "s", fs::copy_options::recursive);
    const std::vector<std::string> command = {"study", "run", folder / "s", "--quiet"};
    ASSERT_EQ(run_program(command).status, 0);
    fs::copy(folder / "s/output", folder / "whole", fs::copy_options::recursive);
    const std::vector<std::string> verify = {"study", "verify", folder / "s/output"};
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(run_program({"study", "run", folder / "s", "--quiet", "--no-cache"}).status, 0);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    Random random(1991, "moments of the kills of every method", 0);
    int killed = 0;
    for (int i = 0; i < 60; ++i) {
        if (i % 3 == 0) fs::remove_all(folder / "s/output/.cache");  // so that the analyses are killed, too
        const auto moment = random.below(static_cast<std::uint64_t>(whole.count()) * 5 / 4 + 1);
        killed += kill_program({"study", "run", folder / "s", "--quiet", "--language", i % 2 == 0 ? "kk" : "en"},
                               std::chrono::microseconds(moment))
                      ? 1
                      : 0;
        if (i % 10 == 9) {
            const ProgramRun sound = run_program(verify);
            EXPECT_EQ(sound.status, 0) << i << sound.out << sound.err;
        }
    }
    EXPECT_GT(killed, 0);
    ASSERT_EQ(run_program(command).status, 0);
    fs::remove(folder / "whole/manifest.json");  // it holds how long the run took
    fs::remove(folder / "s/output/manifest.json");
    EXPECT_EQ(differing(contents(folder / "s/output", ".cache"), contents(folder / "whole", ".cache")), "");
    ::unsetenv("TMPDIR");
}

TEST(KilledStore, ACodingThatWasBeingAddedIsInTheStoreOrNot) {
    const Folder folder;
    const std::string store = folder / "s.sqlite";
    const auto add = [&](int start) {
        return std::vector<std::string>{"text",
                                        "codings",
                                        store,
                                        "--action",
                                        "add",
                                        "--doc",
                                        "speech",
                                        "--start",
                                        std::to_string(start),
                                        "--end",
                                        std::to_string(start + 5),
                                        "--coder",
                                        "A",
                                        "--code",
                                        "peace"};
    };
    const auto count = [&] {
        const ProgramRun list = run_program({"text", "codings", store, "--format", "csv"});
        EXPECT_EQ(list.status, 0) << list.err;
        return std::ranges::count(list.out, '\n') - 1;
    };
    ASSERT_EQ(run_program(add(0)).status, 0);
    std::ptrdiff_t stored = 1;
    for (int number = 1;; number = next_change(number)) {
        const Killed end = kill_at_change(add(10 * number), folder / "", number);
        if (end == Killed::cannot_trace) GTEST_SKIP() << "no process may be traced here";
        const std::ptrdiff_t now = count();
        EXPECT_TRUE(now == stored || now == stored + 1) << number;
        stored = now;
        if (end == Killed::ended_before) break;
    }
    const std::string fresh = folder / "new.sqlite";
    for (int number = 1;; number = next_change(number)) {
        for (const char* part : {"", "-wal", "-shm"}) fs::remove(fresh + part);
        std::vector<std::string> first = add(1);
        first[2] = fresh;
        if (kill_at_change(first, folder / "", number) != Killed::yes) break;
        const ProgramRun again = run_program(first);
        EXPECT_EQ(again.status, 0) << number << again.err;
    }
}

/// The processes that this one has started under the name of the program.
std::vector<pid_t> ranks_of(pid_t mpirun) {
    std::vector<pid_t> ranks;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        const std::string stat = bytes_of(entry.path().string() + "/stat");  // number (name) state parent ..
        const std::size_t end = stat.rfind(')');
        if (end == std::string::npos || stat.size() < end + 5) continue;
        if (std::atoi(stat.c_str() + end + 4) == mpirun && stat.find("(tarazy)") != std::string::npos)
            ranks.push_back(static_cast<pid_t>(std::stol(name)));
    }
    return ranks;
}

/// Killed when the checkpoint has begun. @returns how mpirun ended; nothing when it ended before
std::optional<int> kill_a_rank(const Folder& folder, const std::string& scenario, std::size_t which) {
    const pid_t mpirun = ::fork();
    if (mpirun == 0) {
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::dup2(::open("/dev/null", O_RDWR), stream);
        ::execlp("timeout", "timeout", "60", "mpirun", "--allow-run-as-root", "--oversubscribe", "-n", "3",
                 tested_program().c_str(), "simulate", "ensemble", scenario.c_str(), "--show", "runs", "--checkpoint",
                 (folder / "kept").c_str(), "-o", (folder / "o.csv").c_str(), nullptr);
        ::_exit(127);
    }
    std::error_code none;
    int state = 0;
    while (!fs::exists(folder / "kept", none) || fs::is_empty(folder / "kept", none)) {
        if (::waitpid(mpirun, &state, WNOHANG) == mpirun) return std::nullopt;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    std::vector<pid_t> ranks;
    for (const auto& entry : fs::directory_iterator("/proc/" + std::to_string(mpirun) + "/task")) {
        std::istringstream children(bytes_of(entry.path().string() + "/children"));
        for (pid_t child = 0; children >> child;)
            for (const pid_t rank : ranks_of(child)) ranks.push_back(rank);
    }
    if (!ranks.empty()) ::kill(ranks[which % ranks.size()], SIGKILL);
    ::waitpid(mpirun, &state, 0);
    if (ranks.empty()) return std::nullopt;
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

TEST(SlowKills, ARankOfAnEnsembleLeavesNoHalfOfAResult) {
    if (std::getenv("TARAZY_SLOW") == nullptr) GTEST_SKIP() << "made by ./check --slow";
    if (std::system("mpirun --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no mpirun here";
    const Folder folder;
    std::string text = bytes_of(sources + "/examples/corridor/ensemble.toml");
    text.replace(text.find("base = 1000"), 11, "base = 40000");
    const std::string scenario = folder.write("large.toml", text), output = folder / "o.csv";
    const std::string whole = run_program({"simulate", "ensemble", scenario, "--show", "runs"}).out;
    int killed = 0;
    for (std::size_t trial = 0; trial < 12; ++trial) {
        fs::remove(output);
        const auto end = kill_a_rank(folder, scenario, trial);
        if (end) {
            ++killed;
            EXPECT_TRUE(*end != 0 && *end != 124) << trial << ": mpirun ended with " << *end;
        }
        if (fs::exists(output)) {
            EXPECT_EQ(bytes_of(output), whole) << trial;
        }
        const ProgramRun again = run_program(
            {"simulate", "ensemble", scenario, "--show", "runs", "--checkpoint", folder / "kept", "-o", output});
        EXPECT_EQ(again.status, 0) << trial << again.err;
        EXPECT_EQ(bytes_of(output), whole) << trial;
        EXPECT_EQ(folder.entries(), 2u) << trial;
    }
    EXPECT_GT(killed, 0);
}

}  // namespace cli_kills_test
}  // namespace tarazy
