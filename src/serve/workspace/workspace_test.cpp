#include "serve/workspace/workspace.hpp"

#include "base/error.hpp"
#include "ledger/sqlite.hpp"
#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"
#include "text/coding/coding_store.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace tarazy::workspace_test {
namespace {

using testing_serve::StudyFolder;

const ActingPerson aigul{"Aigul", "tab1"}, boris{"Boris", "tab2"};

ProposedAct one_edit(WorkspaceEdit edit) {
    return {{std::move(edit)}, "edit"};
}

DoneAct put(Workspace& workspace, const std::string& key, const std::string& value,
            std::optional<std::int64_t> seen = {}, const ActingPerson& person = aigul) {
    return workspace.act(person, "coding", [&](const WorkspaceView&) { return one_edit({"note", key, value, seen}); });
}

std::string value_of(const Workspace& workspace, const std::string& key) {
    const std::optional<WorkspaceEntry> entry = workspace.entry("note", key);
    return entry ? entry->value : "none";
}

TEST(Workspace, KeepsEntriesAndWhoChangedThem) {
    const StudyFolder folder;
    {
        Workspace workspace(folder.path("w.sqlite"));
        EXPECT_EQ(put(workspace, "a", "1").changes.at(0).number, 1);
        EXPECT_EQ(put(workspace, "a", "2").changes.at(0).before, "1");
        EXPECT_EQ(put(workspace, "a", "2").number, 0) << "nothing changed: no line in the log";
    }
    const Workspace again(folder.path("w.sqlite"));
    EXPECT_EQ(value_of(again, "a"), "2");
    EXPECT_EQ(again.entry("note", "a")->version, 2);
    again.read([](const WorkspaceView& view) {
        const auto acts = view.newest_acts("coding", "", 10);
        ASSERT_EQ(acts.size(), 2u);
        EXPECT_EQ(acts[0].who, "Aigul");
        EXPECT_EQ(acts[0].tab, "tab1");
        EXPECT_EQ(acts[0].when.size(), 20u);
        EXPECT_EQ(view.changes_after(0).size(), 1u) << "of each entry the newest";
    });
}

TEST(Workspace, TwoTabsNeverOverwriteOneAnotherSilently) {
    const StudyFolder folder;
    Workspace one(folder.path("w.sqlite")), other(folder.path("w.sqlite"));
    put(one, "a", "1", 0);
    put(other, "a", "2", 1, boris);
    try {
        put(one, "a", "3", 1);
        FAIL() << "it had seen version 1";
    } catch (const RefusedRequest& refused) {
        EXPECT_EQ(refused.status, 409);
        EXPECT_EQ(refused.detail, R"({"key":"a","kind":"note","value":2,"version":2})");
    }
    EXPECT_THROW(put(one, "a", "3", 0), RefusedRequest) << "it is there already";
    EXPECT_THROW(put(one, "b", "3", 7), RefusedRequest) << "it is gone";
    EXPECT_EQ(value_of(one, "a"), "2");
    EXPECT_EQ(one.last_change(), 2) << "what is refused leaves no line";
}

TEST(Workspace, AllOfAnActOrNothing) {
    const StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    EXPECT_THROW(workspace.act(aigul, "coding",
                               [](const WorkspaceView&) {
                                   return ProposedAct{{{"note", "a", "1"}, {"note", "b", "1", 5}}, "two"};
                               }),
                 RefusedRequest);
    EXPECT_EQ(value_of(workspace, "a"), "none");
    EXPECT_THROW(workspace.act(aigul, "coding", [](const WorkspaceView&) -> ProposedAct { throw UsageError("no"); }),
                 UsageError);
    put(workspace, "a", "1");
    EXPECT_EQ(workspace.last_change(), 1);
}

TEST(Workspace, EachPersonUndoesAndRedoesTheirOwn) {
    const StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    put(workspace, "a", "1");
    put(workspace, "b", "1", {}, boris);
    put(workspace, "a", "2");
    EXPECT_FALSE(workspace.undo(aigul, "cases")) << "another area has an undoing of its own";
    EXPECT_FALSE(workspace.redo(aigul, "coding"));
    EXPECT_TRUE(workspace.undo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "1");
    EXPECT_TRUE(workspace.undo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "none");
    EXPECT_FALSE(workspace.undo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "b"), "1") << "what others did stays";
    EXPECT_TRUE(workspace.redo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "1");
    EXPECT_TRUE(workspace.redo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "2");
    EXPECT_FALSE(workspace.redo(aigul, "coding"));
    EXPECT_TRUE(workspace.undo(aigul, "coding")) << "and back once more";
    EXPECT_EQ(value_of(workspace, "a"), "1");
    put(workspace, "a", "9");
    EXPECT_FALSE(workspace.redo(aigul, "coding")) << "something new came after";
    EXPECT_THROW(workspace.redo(aigul, "coding", 3), RefusedRequest) << "and changed the same";
    EXPECT_EQ(workspace.undo(aigul, "coding", 2)->changes.at(0).key, "b") << "an act of anybody by its number";
}

TEST(Workspace, WhatOthersChangedSinceIsNotUndoneOverTheirHeads) {
    const StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    put(workspace, "a", "1");
    put(workspace, "a", "2", {}, boris);
    EXPECT_THROW(workspace.undo(aigul, "coding"), RefusedRequest);
    EXPECT_EQ(value_of(workspace, "a"), "2");
    EXPECT_TRUE(workspace.undo(boris, "coding"));
    EXPECT_TRUE(workspace.undo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "none");
}

TEST(Workspace, TypingThatGoesOnIsUndoneInOneStep) {
    const StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    const auto type = [&](const std::string& text, std::optional<std::int64_t> seen, const ActingPerson& person) {
        return workspace.act(person, "coding", [&](const WorkspaceView&) {
            return ProposedAct{{{"note", "a", text, seen}}, "memo", {}, true};
        });
    };
    put(workspace, "a", "0");
    EXPECT_EQ(type("1", 1, aigul).changes.at(0).number, 2);
    EXPECT_EQ(type("12", 2, aigul).changes.at(0).number, 3) << "every key is a version of its own";
    EXPECT_EQ(type("123", 3, aigul).number, 2) << "of one act";
    EXPECT_THROW(type("9", 3, aigul), RefusedRequest);
    EXPECT_EQ(type("1234", 4, boris).number, 3) << "of somebody else";
    EXPECT_TRUE(workspace.undo(boris, "coding"));
    EXPECT_TRUE(workspace.undo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "0");
    EXPECT_TRUE(workspace.redo(aigul, "coding"));
    EXPECT_EQ(value_of(workspace, "a"), "123");
}

TEST(Workspace, OtherFilesAndNewerOnesAreRefusedAndLeftAsTheyAre) {
    const StudyFolder folder;
    folder.write("letter.sqlite", "Dear colleague, this is a long letter and no data base at all, I fear.");
    EXPECT_THROW(Workspace(folder.path("letter.sqlite")), InputError);
    { CodingStore store(folder.path("codings.sqlite")); }
    EXPECT_THROW(Workspace(folder.path("codings.sqlite")), InputError);
    {
        Workspace workspace(folder.path("w.sqlite"));
        put(workspace, "a", "1");
    }
    { Database::create(folder.path("w.sqlite")).run("PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE);"); }
    const std::string before = folder.bytes("w.sqlite");
    try {
        Workspace refused(folder.path("w.sqlite"));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("a newer tarazy"), std::string::npos);
    }
    EXPECT_EQ(folder.bytes("w.sqlite"), before);
    EXPECT_THROW(Workspace("/nonexistent/folder/w.sqlite"), FileError);
}

TEST(Workspace, TheCommandLineReadsItsCodings) {
    const StudyFolder folder;
    const std::string file = folder.path("w.sqlite");
    Workspace workspace(file);
    const auto coding = [&](const std::string& key, const std::string& memo) {
        const std::string value = R"({"doc":"d","start":3,"end":9,"coder":"A","code":"k1","memo":")" + memo + "\"}";
        workspace.act(aigul, "coding", [&](const WorkspaceView&) { return one_edit({"coding", key, value}); });
    };
    const auto code = [&](std::optional<std::string> value) {
        workspace.act(aigul, "coding", [&](const WorkspaceView&) { return one_edit({"code", "k1", value}); });
    };
    code(R"({"code":"peace"})");
    coding("c1", "");
    coding("c1", "why");
    code(R"({"code":"pax"})");
    const CodingStore store(file);
    EXPECT_EQ(store.segments(), (std::vector<Segment>{{"d", 3, 9, "A", "pax", "why"}}));
    EXPECT_EQ(store.changes().size(), 3u) << "a changed memo is one coding removed and one added";
    EXPECT_EQ(segments_after(store.changes(), ""), store.segments());
    workspace.undo(aigul, "coding");
    workspace.undo(aigul, "coding");
    EXPECT_EQ(store.segments(), (std::vector<Segment>{{"d", 3, 9, "A", "peace", ""}}));
    EXPECT_EQ(store.changes().back().undoes, 2);
    EXPECT_EQ(segments_after(store.changes(), ""), store.segments());
    code({});
    EXPECT_EQ(store.segments().at(0).code, "peace") << "a code that is gone keeps its last name";
    EXPECT_THROW(CodingStore(file).append({{9, "t", "A", true, {"d", 0, 1, "A", "x", ""}, {}}}), InputError);
}

// Two processes: each writes its own entries and one that both want.
TEST(Workspace, ProcessesWriteAtOnceWithoutLoss) {
    const StudyFolder folder;
    const std::string file = folder.path("w.sqlite");
    constexpr int each = 40;
    std::vector<pid_t> children;
    for (int process = 0; process < 2; ++process) {
        const pid_t child = ::fork();
        if (child != 0) {
            children.push_back(child);
            continue;
        }
        try {
            Workspace workspace(file);
            for (int i = 0; i < each; ++i) {
                put(workspace, std::to_string(process) + "." + std::to_string(i), "1", 0);
                workspace.act(aigul, "coding", [&](const WorkspaceView& view) {
                    const auto now = view.entry("note", "count");
                    return one_edit({"note", "count", std::to_string(now ? std::stoi(now->value) + 1 : 1)});
                });
            }
            ::_exit(0);
        } catch (...) {
            ::_exit(1);
        }
    }
    for (const pid_t child : children) {
        int status = -1;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    const Workspace workspace(file);
    EXPECT_EQ(value_of(workspace, "count"), std::to_string(2 * each));
    EXPECT_EQ(workspace.entries("note").size(), 2u * each + 1);
    EXPECT_EQ(workspace.last_change(), 4 * each);
}

/// Writes entry after entry and tells of each that is done, until it is killed.
[[noreturn]] void write_until_killed(const std::string& file, int tell, int round) {
    try {
        Workspace workspace(file);
        for (std::int32_t i = 0;; ++i) {
            put(workspace, std::to_string(round) + "." + std::to_string(i), "\"" + std::string(400, 'x') + "\"", 0);
            if (::write(tell, &i, sizeof i) != sizeof i) ::_exit(1);
        }
    } catch (...) {
        ::_exit(1);
    }
}

TEST(Workspace, AKillAtAnyMomentLosesNothingThatWasAnswered) {
    const StudyFolder folder;
    const std::string file = folder.path("w.sqlite");
    std::size_t answered_in_all = 0;
    for (int round = 0; round < 100; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(file, ends[1], round);
        }
        ::close(ends[1]);
        std::int32_t last = -1, answered = 0;
        // Every second one writes already when it is killed, however busy the machine is.
        if (round % 2 == 0 && ::read(ends[0], &last, sizeof last) == sizeof last) ++answered;
        std::this_thread::sleep_for(std::chrono::microseconds(1000 + (round * 7919) % 40000));
        ::kill(child, SIGKILL);
        while (::read(ends[0], &last, sizeof last) == sizeof last) ++answered;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "round " << round;
        const Workspace workspace(file);
        std::int32_t there = 0;
        while (workspace.entry("note", std::to_string(round) + "." + std::to_string(there))) ++there;
        ASSERT_GE(there, answered) << "round " << round;
        ASSERT_LE(there, answered + 1) << "at most the one in progress was not answered";
        answered_in_all += static_cast<std::size_t>(answered);
    }
    EXPECT_GE(answered_in_all, 50u) << "the rounds must not be killed before they write";
    const Database database = Database::create(file);
    Statement check(database, "PRAGMA integrity_check");
    ASSERT_TRUE(check.next());
    EXPECT_EQ(check.text(0), "ok");
    Statement keys(database, "PRAGMA foreign_key_check");
    EXPECT_FALSE(keys.next());
    Statement same(database,
                   "SELECT (SELECT count(*) FROM entries) = (SELECT count(*) FROM log WHERE after IS NOT NULL)");
    ASSERT_TRUE(same.next());
    EXPECT_EQ(same.integer(0), 1);
}

TEST(Workspace, ThreadsShareOneConnection) {
    const StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 20; ++i) put(workspace, std::to_string(thread) + "." + std::to_string(i), "1", 0);
        });
    for (std::thread& each : threads) each.join();
    EXPECT_EQ(workspace.entries("note").size(), 80u);
}

}  // namespace
}  // namespace tarazy::workspace_test
