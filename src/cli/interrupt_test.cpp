// Ctrl-C, as a user presses it: long commands on large inputs get a signal in the middle.

#include "base/random.hpp"
#include "cli/program_run_test.hpp"
#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace tarazy {
namespace interrupt_test {

using namespace testing_program;
using namespace std::chrono_literals;

/// Waits so long for the program to end. @returns its state; nothing when it is still running
std::optional<int> ended(pid_t child, std::chrono::milliseconds patience) {
    int state = 0;
    const auto end = std::chrono::steady_clock::now() + patience;
    do {
        if (::waitpid(child, &state, WNOHANG) == child) return state;
        std::this_thread::sleep_for(5ms);
    } while (std::chrono::steady_clock::now() < end);
    return std::nullopt;
}

/// Waits until the program has said what it does on the signal: how long it takes to start is the machine's and the
/// build's. @returns false when it has ended or does not say so
bool listens(pid_t child, int signal) {
    for (int waited = 0; waited < 20'000; waited += 5) {
        const std::string status = bytes_of("/proc/" + std::to_string(child) + "/status"), name = "\nSigCgt:\t";
        const std::size_t at = status.find(name);
        if (at == std::string::npos) return false;
        if ((std::stoull(status.substr(at + name.size(), 16), nullptr, 16) >> (signal - 1) & 1) != 0) return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

/// The program must end with 130 soon. That this takes less than a second was measured by hand; here the machine may be
/// busy with other tests.
void expect_interrupted(pid_t child) {
    const auto state = ended(child, 20s);
    ASSERT_TRUE(state.has_value()) << "it did not end";
    EXPECT_TRUE(WIFEXITED(*state) && WEXITSTATUS(*state) == 130) << *state;
}

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

/// 60 cases, 20 conditions: millions of prime implicants.
std::string many_conditions(const Folder& folder, std::string& names) {
    Random random(1, "cases of the interrupt test", 0);
    std::string csv = "case";
    names.clear();
    for (char c = 'A'; c < 'A' + 20; ++c) {
        csv += std::string(",") + c;
        names += (names.empty() ? "" : ",") + std::string(1, c);
    }
    csv += ",Y\n";
    for (int i = 0; i < 60; ++i) {
        csv += "c" + std::to_string(i);
        for (int c = 0; c < 21; ++c) csv += random.below(2) == 0 ? ",0" : ",1";
        csv += '\n';
    }
    return folder.write("many.csv", csv);
}

/// 30 cases, 6 conditions, every cell contestable.
void contestable(const Folder& folder) {
    Random random(2, "cells of the interrupt test", 0);
    std::string csv = "case,A,B,C,D,E,F,Y\n", cells = "case,variable,value,confidence,alt\n";
    for (int i = 0; i < 30; ++i) {
        csv += "c" + std::to_string(i);
        for (const char* name : {"A", "B", "C", "D", "E", "F", "Y"}) {
            const bool one = random.below(2) == 0;
            csv += one ? ",1" : ",0";
            cells += "c" + std::to_string(i) + ',' + name + (one ? ",1,low,0\n" : ",0,low,1\n");
        }
        csv += '\n';
    }
    folder.write("cases.csv", csv);
    folder.write("cells.csv", cells);
}

/// Votes of 60 members on 600 roll calls of 6 sessions.
void votes(const Folder& folder) {
    Random random(3, "votes of the interrupt test", 0);
    std::string votes = "rcid,ccode,vote\n", rolls = "rcid,session\n";
    const std::vector<int> members = {2,   20,  31,  40,  41,  42,  51,  52,  70,  90,  91,  92,  93,  94,  95,
                                      100, 101, 110, 115, 130, 135, 140, 145, 150, 155, 160, 165, 200, 205, 210,
                                      211, 212, 220, 225, 230, 235, 290, 305, 310, 325, 338, 339, 345, 350, 352,
                                      355, 360, 365, 375, 380, 385, 390, 395, 404, 411, 420, 432, 433, 434, 435};
    for (int rcid = 1; rcid <= 600; ++rcid) {
        rolls += std::to_string(rcid) + ',' + std::to_string(50 + (rcid - 1) / 100) + '\n';
        for (const int ccode : members) {
            const std::uint64_t leaning = static_cast<std::uint64_t>(ccode) % 3;
            votes += std::to_string(rcid) + ',' + std::to_string(ccode) + ',' +
                     std::to_string(1 + (leaning + random.below(2)) % 3) + '\n';
        }
    }
    folder.write("votes.csv", votes);
    folder.write("rolls.csv", rolls);
}

class Interrupt : public testing::Test {
protected:
    /// Starts the command, signals it after a while, and looks at what it leaves.
    void expect_clean_end(const std::vector<std::string>& arguments, int signal = SIGINT,
                          std::chrono::milliseconds after = 400ms) {
        const Folder told;
        const std::size_t before = folder.entries();
        const pid_t child = start_program(arguments, told / "out", told / "err");
        ASSERT_TRUE(listens(child, signal)) << bytes_of(told / "err");
        ASSERT_FALSE(ended(child, after).has_value()) << "too quick for this test: " << bytes_of(told / "err");
        ::kill(child, signal);
        expect_interrupted(child);
        const std::string said = bytes_of(told / "err");
        EXPECT_EQ(count(said, "tarazy: interrupted\n"), 1u) << said;
        EXPECT_TRUE(said.ends_with("tarazy: interrupted\n")) << said;
        EXPECT_EQ(folder.entries(), before) << "something was left behind";
    }

    Folder folder;
};

TEST_F(Interrupt, AMinimisationOfTwentyConditions) {
    std::string names;
    const std::string data = many_conditions(folder, names);
    const std::string output = folder.write("solution.json", "the last good output");
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        expect_clean_end({"compare", "minimise", "--data", data, "--outcome", "Y", "--conditions", names,
                          "--max-primes", "100000000", "-o", output},
                         signal);
    }
    EXPECT_EQ(bytes_of(output), "the last good output");
}

TEST_F(Interrupt, ASweepAndASearchForFragility) {
    contestable(folder);
    const std::vector<std::string> common = {
        "compare",      "robustness",      "--data",  folder / "cases.csv", "--outcome", "Y",
        "--conditions", "A,B,C,D,E,F",     "--cells", folder / "cells.csv", "--claim",   "there is a model",
        "-o",           folder / "out.csv"};
    std::vector<std::string> sweep = common, fragility = common;
    sweep.insert(sweep.end(), {"--what", "sweep", "--points", "50000000"});
    fragility.insert(fragility.end(), {"--what", "fragility", "--max-cells", "5", "--max-sets", "900000000"});
    expect_clean_end(sweep);
    expect_clean_end(fragility);
}

TEST_F(Interrupt, IdealPointsAndSimilarityWithBootstrap) {
    votes(folder);
    const std::string output = folder.write("positions.csv", "the last good output");
    expect_clean_end({"align", "ideal-points", "--votes", folder / "votes.csv", "--roll-calls", folder / "rolls.csv",
                      "--method", "mcmc", "--draws", "20000", "-o", output});
    expect_clean_end({"align", "similarity", "--votes", folder / "votes.csv", "--roll-calls", folder / "rolls.csv",
                      "--bootstrap", "50000", "-o", output});
    EXPECT_EQ(bytes_of(output), "the last good output");
}

TEST_F(Interrupt, PackingALargeTable) {
    std::string csv = "a,b,c\n";
    Random random(4, "large table of the interrupt test", 0);
    while (csv.size() < 20'000'000) {
        csv += std::to_string(random()) + ',' + std::to_string(random()) + ',' + std::to_string(random()) + '\n';
    }
    const std::string data = folder.write("large.csv", csv), output = folder.write("large.csv.xz", "the last one");
    expect_clean_end({"data", "convert", data, output}, SIGINT, 1500ms);
    EXPECT_EQ(bytes_of(output), "the last one");
}

TEST(InterruptStudy, TheResultsOfTheLastRunStayAndTheNextRunIsWhole) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string before = bytes_of(small.output() + "/manifest.json");
    const std::string file = small.study() + "/study.toml", toml = bytes_of(file);
    std::ofstream(file) << toml << R"toml(
[[analysis]]
id = "chains"
method = "align.ideal-points"
title = { en = "Chains", kk = "Тізбектер", ru = "Цепи" }
data = ["votes", "rolls"]
[analysis.parameters]
sessions = "47-50"
method = "mcmc"
draws = 100000
)toml";
    for (const auto after : {400ms, 150ms}) {
        const std::string err = small.folder / "err";
        const pid_t child = start_program(small.command(), "/dev/null", err);
        ASSERT_TRUE(listens(child, SIGINT)) << bytes_of(err);
        ASSERT_FALSE(ended(child, after).has_value()) << bytes_of(err);
        ::kill(child, SIGINT);
        expect_interrupted(child);
        EXPECT_EQ(bytes_of(small.output() + "/manifest.json"), before);
        for (const auto& entry : std::filesystem::directory_iterator(small.output()))
            EXPECT_FALSE(entry.path().filename().string().starts_with(".staging")) << entry.path();
    }
    std::ofstream(file) << toml;
    EXPECT_EQ(small.run().status, 0);  // nobody holds the lock
    EXPECT_EQ(small.verify().status, 0);
}

TEST_F(Interrupt, ASignalThatWasIgnoredFromTheStartStaysSo) {
    votes(folder);
    const std::vector<std::string> command = {"align",        "similarity",         "--votes",     folder / "votes.csv",
                                              "--roll-calls", folder / "rolls.csv", "--bootstrap", "50000"};
    ::signal(SIGINT, SIG_IGN);
    const pid_t child = start_program(command, "/dev/null", "/dev/null", 0, true);
    ::signal(SIGINT, SIG_DFL);
    ASSERT_TRUE(listens(child, SIGTERM));
    ASSERT_FALSE(ended(child, 300ms).has_value());
    ::kill(child, SIGINT);
    ASSERT_FALSE(ended(child, 1500ms).has_value());
    ::kill(child, SIGTERM);
    expect_interrupted(child);
}

/// Starts the program with other ends of pipes or terminals.
pid_t start_with(const std::vector<std::string>& arguments, int in, int out, int err) {
    CommandLine command(arguments);
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::signal(SIGINT, SIG_DFL);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    command.execute();
    ::_exit(127);
}

struct Pipe {
    int ends[2] = {-1, -1};
    Pipe() {
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    }
    ~Pipe() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

TEST_F(Interrupt, AProgramThatWaitsForItsInputOrForItsReader) {
    const Pipe in, out;
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    const pid_t waiting = start_with({"data", "inspect", "-"}, in.ends[0], nowhere, nowhere);
    ASSERT_TRUE(listens(waiting, SIGINT));
    ASSERT_FALSE(ended(waiting, 300ms).has_value());
    ::kill(waiting, SIGINT);
    expect_interrupted(waiting);
    std::string csv = "a\n";
    for (int row = 0; row < 200'000; ++row) csv += "12345678\n";
    // Inside `write` nothing looks at the stop: the watch ends the process.
    const pid_t writing =
        start_with({"data", "convert", folder.write("a.csv", csv), "-"}, nowhere, out.ends[1], nowhere);
    ASSERT_TRUE(listens(writing, SIGINT));
    ASSERT_FALSE(ended(writing, 1000ms).has_value());
    ::kill(writing, SIGINT);
    expect_interrupted(writing);
    ::close(nowhere);
}

/// A terminal that a program can be run in.
class Terminal {
public:
    Terminal() : ours_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        if (ours_ < 0 || ::grantpt(ours_) != 0 || ::unlockpt(ours_) != 0) return;
        theirs_ = ::open(::ptsname(ours_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal() {
        ::close(theirs_);
        ::close(ours_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    [[nodiscard]] int theirs() const { return theirs_; }
    /// All that was shown so far.
    [[nodiscard]] std::string shown() const {
        ::fcntl(ours_, F_SETFL, O_NONBLOCK);
        std::string text(1 << 16, '\0');
        const ssize_t size = ::read(ours_, text.data(), text.size());
        text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        return text;
    }

private:
    int ours_ = -1, theirs_ = -1;
};

TEST_F(Interrupt, ATerminalShowsALineThatIsErased) {
    contestable(folder);
    std::vector<std::string> sweep = {"compare",      "robustness",
                                      "--data",       folder / "cases.csv",
                                      "--outcome",    "Y",
                                      "--conditions", "A,B,C,D,E,F",
                                      "--cells",      folder / "cells.csv",
                                      "--claim",      "models stay",
                                      "--what",       "sweep",
                                      "--points",     "50000000"};
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const bool quiet : {false, true}) {
        if (quiet) sweep.emplace_back("--quiet");
        const Terminal terminal;
        if (terminal.theirs() < 0) GTEST_SKIP() << "no terminal can be made here";
        const pid_t child = start_with(sweep, nowhere, nowhere, terminal.theirs());
        ASSERT_TRUE(listens(child, SIGINT)) << terminal.shown();
        ASSERT_FALSE(ended(child, 2500ms).has_value()) << terminal.shown();
        ::kill(child, SIGINT);
        expect_interrupted(child);
        const std::string shown = terminal.shown();
        EXPECT_EQ(shown.find("\r\033[Kpoints of the sweep: ") != std::string::npos, !quiet) << shown;
        EXPECT_TRUE(shown.ends_with(quiet ? "tarazy: interrupted\r\n" : "\r\033[Ktarazy: interrupted\r\n")) << shown;
        if (quiet) {
            EXPECT_EQ(count(shown, "\r"), 1u) << shown;
        }
    }
    const Terminal terminal;
    const pid_t quick = start_with({"data", "states", "KAZ"}, nowhere, nowhere, terminal.theirs());
    const auto state = ended(quick, 20s);
    ASSERT_TRUE(state.has_value());
    EXPECT_EQ(WEXITSTATUS(*state), 0);
    EXPECT_EQ(terminal.shown(), "");
    ::close(nowhere);
}

}  // namespace interrupt_test
}  // namespace tarazy
