// What somebody might change in a folder of results, in every kind of place, also with all digests made to fit again:
// `study verify` finds each.

#include "base/sha256.hpp"
#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace tarazy {
namespace study_tampering_test {

namespace fs = std::filesystem;
using namespace testing_program;

/// Rows of text that a statement gives.
std::vector<std::vector<std::string>> query(const std::string& database, const std::string& statement) {
    sqlite3* open = nullptr;
    std::vector<std::vector<std::string>> rows;
    if (sqlite3_open(database.c_str(), &open) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(open));
    const auto keep = [](void* to, int count, char** values, char**) {
        auto& kept = *static_cast<std::vector<std::vector<std::string>>*>(to);
        kept.emplace_back();
        for (int i = 0; i < count; ++i) kept.back().emplace_back(values[i] == nullptr ? "" : values[i]);
        return 0;
    };
    char* message = nullptr;
    if (sqlite3_exec(open, statement.c_str(), keep, &rows, &message) != SQLITE_OK)
        throw std::runtime_error(statement + ": " + message);
    sqlite3_close(open);
    return rows;
}

class Tamperer {
public:
    Tamperer(const Folder& folder, Random random) : folder_(folder), random_(std::move(random)) {}

    /// Changes something. @returns what was done
    std::string change_something() {
        switch (random_.below(10)) {
            case 0: return flip_byte(any_file(), false);
            case 1: return flip_byte(any_file(), true);
            case 2:
            case 3: return change_cell_of_ledger();
            case 4: return delete_row_of_ledger();
            case 5: return add_source();
            case 6: return change_manifest();
            case 7: return add_file();
            case 8: return remove_file();
            default: return append(any_file());
        }
    }

private:
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / ("output/" + name); }
    [[nodiscard]] std::string ledger() const { return path("ledger.sqlite"); }
    std::size_t below(std::size_t count) { return random_.below(count); }

    /// A file that a run writes, not the manifest.
    std::string any_file() {
        std::vector<std::string> names = {"report.html", "ledger.sqlite"};
        for (const auto& entry : fs::directory_iterator(path("results")))
            names.push_back("results/" + entry.path().filename().string());
        std::ranges::sort(names);
        return names[below(names.size())];
    }

    /// Digests of a file, and of the ledger that holds its digest, as they are now.
    void fit(const std::string& name) {
        nlohmann::ordered_json manifest = nlohmann::ordered_json::parse(bytes_of(path("manifest.json")));
        const std::string digest = sha256_file(path(name));
        if (name != "ledger.sqlite") {
            query(ledger(), "UPDATE outputs SET sha256 = '" + digest + "' WHERE path = '" + name + "'");
        }
        for (auto& output : manifest["outputs"]) {
            if (output["path"] == name) output["sha256"] = digest;
            if (output["path"] == "ledger.sqlite") output["sha256"] = sha256_file(ledger());
        }
        folder_.write("output/manifest.json", manifest.dump(2) + '\n');
    }

    std::string flip_byte(const std::string& name, bool fitted) {
        std::string bytes = bytes_of(path(name));
        const std::size_t at = below(bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(7)));
        folder_.write("output/" + name, bytes);
        const std::string what = "byte " + std::to_string(at) + " of " + name;
        if (!fitted) return what;
        try {
            fit(name);
        } catch (const std::runtime_error&) {  // no ledger any more
            return what;
        }
        return what + ", digests fitted";
    }

    std::string append(const std::string& name) {
        folder_.write("output/" + name, bytes_of(path(name)) + (below(2) == 0 ? "\n" : "x"));
        fit(name);
        return "something behind " + name + ", digests fitted";
    }

    std::string any_table() {
        std::vector<std::string> filled;
        for (const auto& row : query(ledger(), "SELECT name FROM sqlite_schema WHERE type = 'table'"))
            if (!query(ledger(), "SELECT 1 FROM " + row[0] + " LIMIT 1").empty()) filled.push_back(row[0]);
        return filled[below(filled.size())];
    }

    /// A condition that one row of the table fulfils.
    std::string any_row(const std::string& table) {
        std::string condition;
        for (const auto& column : query(ledger(), "SELECT name FROM pragma_table_info('" + table + "')"))
            condition += (condition.empty() ? "'" : " || ' AND ") + column[0] + " IS ' || quote(" + column[0] + ')';
        const auto rows = query(ledger(), "SELECT " + condition + " FROM " + table);
        return rows[below(rows.size())][0];
    }

    std::string change_cell_of_ledger() {
        const std::string table = any_table(), row = any_row(table);
        const auto columns = query(ledger(), "SELECT name, type, pk FROM pragma_table_info('" + table + "')");
        const auto& column = columns[below(columns.size())];
        const std::string& name = column[0];
        const std::string more = column[2] == "0" ? "1" : "1000003";  // no key that is there already
        std::string value = column[1] == "TEXT" ? name + " || 'x'" : "coalesce(" + name + ", 0) + " + more;
        if (name == "sha256") value = "substr(sha256, 2) || '" + std::string(below(2) == 0 ? "a" : "b") + '\'';
        if (name == "fallback") value = "1 - fallback";
        query(ledger(),
              "PRAGMA foreign_keys = OFF; UPDATE " + table + " SET " + name + " = " + value + " WHERE " + row);
        fit("ledger.sqlite");
        return table + '.' + name + " of the row with " + row + ", digests fitted";
    }

    std::string delete_row_of_ledger() {
        const std::string table = any_table(), row = any_row(table);
        query(ledger(), "PRAGMA foreign_keys = OFF; DELETE FROM " + table + " WHERE " + row);
        fit("ledger.sqlite");
        return "the row with " + row + " of " + table + " gone, digests fitted";
    }

    std::string add_source() {
        query(ledger(),
              "INSERT INTO sources VALUES('k" + std::to_string(below(1000)) + "','a','1999','t','','','','')");
        fit("ledger.sqlite");
        return "a source more, digests fitted";
    }

    /// Duration and build cannot be checked; all else can.
    std::string change_manifest() {
        std::string text = bytes_of(path("manifest.json"));
        for (;;) {
            const std::size_t at = below(text.size());
            const std::size_t begin = text.rfind('\n', at) + 1, end = text.find('\n', at);
            const std::string line = text.substr(begin, end - begin);
            if (line.find("duration_seconds") != std::string::npos || line.find("\"build\"") != std::string::npos ||
                text[at] == '\n')
                continue;
            text[at] = text[at] == '1' ? '2' : '1';
            folder_.write("output/manifest.json", text);
            return "the line '" + line + "' of manifest.json";
        }
    }

    std::string add_file() {
        const std::vector<std::string> names = {"results/new.csv", "results/deep/er/new.csv", "ledger.sqlite-journal",
                                                "ledger.sqlite-wal"};
        const std::string& name = names[below(names.size())];
        folder_.write("output/" + name, "x\n");
        return name + " added";
    }

    std::string remove_file() {
        const std::string name = any_file();
        fs::remove(path(name));
        return name + " gone";
    }

    const Folder& folder_;
    Random random_;
};

void tamper(std::size_t trials) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    ASSERT_EQ(small.verify().status, 0);
    const std::string sound = small.folder / "sound";
    fs::copy(small.output(), sound, fs::copy_options::recursive);
    std::size_t missed = 0;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        fs::remove_all(small.output());
        fs::copy(sound, small.output(), fs::copy_options::recursive);
        const std::string what = Tamperer(small.folder, Random(7, "places to tamper with", trial)).change_something();
        const ProgramRun verify = small.verify();
        const bool found = verify.status == 1 && !verify.out.empty();
        EXPECT_TRUE(found) << trial << ": " << what << ": status " << verify.status << '\n' << verify.out << verify.err;
        missed += found ? 0 : 1;
    }
    EXPECT_EQ(missed, 0u);
}

// What the ledger then tells of cannot be run again: a finding, not a fault of the study's file.
TEST(StudyTampering, AnInputThatIsTakenForAShippedTableIsFound) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    query(small.output() + "/ledger.sqlite", "UPDATE inputs SET fallback = 1 WHERE role = 'votes'");
    const ProgramRun verify = small.verify();
    EXPECT_EQ(verify.status, 1) << verify.err;
    EXPECT_NE(verify.out.find("as it is recorded, the run cannot be made again"), std::string::npos) << verify.out;
}

/// Three hundred trials are made by `./check --slow`.
TEST(SlowTampering, InEveryKindOfPlaceIsFound) {
    tamper(std::getenv("TARAZY_SLOW") == nullptr ? 40 : 300);
}

}  // namespace study_tampering_test
}  // namespace tarazy
