#include "io/statistical_labels.hpp"

#include "io/statistical_read.hpp"
#include "io/statistical_write.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace statistical_labels_test {

std::shared_ptr<const ColumnLabels> labels(std::string title, std::vector<ValueLabel> values) {
    return std::make_shared<const ColumnLabels>(ColumnLabels{std::move(title), std::move(values)});
}

Table regimes() {
    Table table;
    table.add("id", Column(std::vector<std::int64_t>{1, 2, 3}));
    table.add("regime", Column(std::vector<std::int64_t>{1, 2, Column::missing_integer}));
    table.add("share", Column(std::vector<double>{0.5, -1, 2}));
    table.columns[0].set_labels(labels("Number of the row", {}));
    table.columns[1].set_labels(labels("Тип режима", {{1.0, "Autocracy"}, {2.0, "Демократия"}, {-9.0, "Unknown"}}));
    table.columns[2].set_labels(labels("", {{-1.0, "none"}, {2.0, "both"}}));
    return table;
}

Table written_and_read(const Table& table, StatisticalFormat format) {
    return read_statistical(format == StatisticalFormat::stata ? to_dta(table) : to_sav(table), "t", format);
}

void expect_same_labels(const Table& actual, const Table& expected) {
    for (std::size_t index = 0; index < expected.columns.size(); ++index) {
        const auto &found = actual.columns[index].labels(), &wanted = expected.columns[index].labels();
        ASSERT_EQ(found == nullptr, wanted == nullptr) << expected.names[index];
        if (!wanted) continue;
        EXPECT_EQ(found->title, wanted->title);
        ASSERT_EQ(found->values.size(), wanted->values.size()) << expected.names[index];
        for (const ValueLabel& label : wanted->values)
            EXPECT_NE(std::ranges::find(found->values, label), found->values.end()) << label.label;
    }
}

TEST(StatisticalLabels, GoFromSpssToStataAndBack) {
    const Table table = regimes();
    for (const auto format : {StatisticalFormat::stata, StatisticalFormat::spss}) {
        expect_same_labels(written_and_read(table, format), table);
    }
    const Table there = written_and_read(written_and_read(table, StatisticalFormat::spss), StatisticalFormat::stata);
    expect_same_labels(written_and_read(there, StatisticalFormat::spss), table);
}

TEST(StatisticalLabels, OfTextsAreKeptInSpssShortAndLong) {
    Table table;
    table.add("party", Column(std::vector<std::string>{"A", "D", "a text beyond eight bytes"}));
    table.add("short", Column(std::vector<std::string>{"A", "D", ""}));
    table.columns[0].set_labels(
        labels("", {{std::string("A"), "Alash"}, {std::string("a text beyond eight bytes"), "x"}}));
    table.columns[1].set_labels(labels("", {{std::string("A"), "Alash"}, {std::string("not among the cells"), "y"}}));
    expect_same_labels(written_and_read(table, StatisticalFormat::spss), table);
    EXPECT_TRUE(label_losses(table, "t.sav").empty());
    EXPECT_EQ(label_losses(table, "t.dta"),
              (std::vector<std::string>{
                  "4 labels of columns party and short cannot be kept: Stata labels whole numbers only"}));
    const Table stata = written_and_read(table, StatisticalFormat::stata);
    EXPECT_EQ(stata["party"].labels(), nullptr);
}

TEST(StatisticalLabels, WhatAFormatCannotHoldIsTold) {
    Table table = regimes();
    EXPECT_TRUE(label_losses(table, "t.dta").empty());
    EXPECT_EQ(
        label_losses(table, "t.csv.gz"),
        (std::vector<std::string>{
            "the value labels of columns regime and share are not kept in .csv: codes stay codes (--labels writes "
            "the labels instead; .dta and .sav hold both)"}));
    EXPECT_EQ(label_losses(table, "-").size(), 1u);
    EXPECT_EQ(label_losses(table, "t.xlsx").size(), 1u);
    const std::string long_label = std::string(119, 'x') + "қазақ";
    table.columns[1].set_labels(labels(std::string(300, 'y'), {{1.0, long_label}, {1.5, "half"}, {3e9, "big"}}));
    EXPECT_EQ(writable_labels(table.columns[1], StatisticalFormat::spss).values[0].label, std::string(119, 'x'));
    EXPECT_EQ(label_losses(table, "t.sav").size(), 1u);
    EXPECT_EQ(label_losses(table, "t.dta").size(), 2u);
    const Table spss = written_and_read(table, StatisticalFormat::spss);
    EXPECT_EQ(spss["regime"].labels()->values.size(), 3u);
    EXPECT_EQ(spss["regime"].labels()->title, std::string(252, 'y'));
    const Table stata = written_and_read(table, StatisticalFormat::stata);
    EXPECT_EQ(stata["regime"].labels()->values, (std::vector<ValueLabel>{{1.0, long_label}}));
    EXPECT_EQ(stata["regime"].labels()->title, std::string(80, 'y'));
}

}  // namespace statistical_labels_test
}  // namespace tarazy
