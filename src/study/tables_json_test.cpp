#include "study/tables_json.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/write_table.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace tarazy {
namespace tables_json_test {

ResultTable example_table() {
    Table table;
    table.add("state", Column(std::vector<std::string>{"KAZ", "", "NA"}));
    table.add("year", Column(std::vector<std::int64_t>{1992, Column::missing_integer, 2024}));
    table.add("share", Column(std::vector<double>{0.1 + 0.2, 1e-300, -0.5}));
    return {"summary", table};
}

void put(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

void expect_same(const Table& one, const Table& other) {
    EXPECT_EQ(one.names, other.names);
    EXPECT_EQ(to_csv(one), to_csv(other));
    for (std::size_t i = 0; i < one.columns.size(); ++i) EXPECT_EQ(one.columns[i].type(), other.columns[i].type());
}

TEST(TablesJson, AWholeTableComesBack) {
    expect_same(table_from_json(table_json(example_table())).table, example_table().table);
    auto unequal = table_json(example_table());
    unequal["columns"][0]["cells"].push_back("x");
    EXPECT_THROW((void)table_from_json(unequal), std::length_error);
}

TEST(TablesJson, ATableBesideIsReadFromItsFile) {
    const ScratchFolder folder;
    const std::string csv = to_csv(example_table().table);
    put(folder / "a.summary.csv", csv);
    const auto json = table_beside_json(example_table(), "a.summary.csv", sha256_hex(csv));
    const ResultTable read = table_from_json(json, BesideReader(folder / "study.json", BesideRead::sound));
    EXPECT_EQ(read.name, "summary");
    expect_same(read.table, example_table().table);
}

TEST(TablesJson, ATableWhoseFileIsGoneHasItsColumnsOnly) {
    const ScratchFolder folder;
    const auto json = table_beside_json(example_table(), "a.csv", sha256_hex(""));
    EXPECT_THROW((void)table_from_json(json, BesideReader(folder / "study.json", BesideRead::sound)), FileError);
    const ResultTable found = table_from_json(json, BesideReader(folder / "study.json", BesideRead::as_found));
    EXPECT_EQ(found.table.rows(), 0u);
    EXPECT_EQ(found.table.names, example_table().table.names);
}

}  // namespace tables_json_test
}  // namespace tarazy
