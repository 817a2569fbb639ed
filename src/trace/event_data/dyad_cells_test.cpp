#include "trace/event_data/dyad_cells.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace dyad_cells_test {

TEST(DyadCells, SumsAndDistinctEventsAgreeWithAPlainMap) {
    DyadCells cells;
    const std::uint32_t states = 30;
    for (std::uint32_t s = 0; s < states; ++s) EXPECT_EQ(cells.actor("S" + std::to_string(s)), s);
    std::vector<std::uint32_t> kinds;
    for (int k = 0; k < 7; ++k) {
        kinds.push_back(cells.kind("k" + std::to_string(k), [&] {
            EventKind kind;
            kind.text = std::to_string(k);
            if (k != 3) kind.goldstein = (k - 2) * goldstein_unit / 10;
            if (k != 5) kind.quad = static_cast<Quad>(k % 4);
            return kind;
        }));
    }
    struct Plain {
        std::uint32_t n = 0, with = 0;
        std::int64_t goldstein = 0;
        std::array<std::uint32_t, 4> quads{};
        std::set<std::uint32_t> distinct;
    };
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::int32_t>, Plain> expected;
    Random random(9, "dyad cells", 0);
    for (int i = 0; i < 200'000; ++i) {
        const auto source = static_cast<std::uint32_t>(random.below(states));
        const auto target = static_cast<std::uint32_t>(random.below(1 + source));
        const auto period = static_cast<std::int32_t>(random.below(4)) - 2;
        const auto day = static_cast<std::uint32_t>(random.below(31)),
                   kind = static_cast<std::uint32_t>(random.below(7));
        cells.count(source, target, period, day, kinds[kind]);
        Plain& plain = expected[{source, target, period}];
        ++plain.n;
        plain.with += kind != 3 ? 1 : 0;
        if (kind != 3) plain.goldstein += (static_cast<std::int64_t>(kind) - 2) * goldstein_unit / 10;
        if (kind != 5) ++plain.quads[kind % 4];
        plain.distinct.insert(day << 23U | kind);
    }
    cells.settle();
    ASSERT_EQ(cells.cells().size(), expected.size());
    std::vector<std::uint32_t> entries;
    for (const DyadCell& cell : cells.cells()) {
        const Plain& plain = expected.at({cell.source, cell.target, cell.period});
        EXPECT_EQ(cell.n, plain.n);
        EXPECT_EQ(cell.with_goldstein, plain.with);
        EXPECT_EQ(cell.goldstein, plain.goldstein);
        EXPECT_EQ(cell.quads, plain.quads);
        cells.logs().distinct(cell, entries);
        EXPECT_TRUE(std::ranges::equal(entries, plain.distinct));
        EXPECT_LE(cell.logged, std::max<std::size_t>(60, 2 * entries.size()));
    }
}

TEST(DyadCells, EntriesKeepDayAndKind) {
    const std::uint32_t entry = 365U << 23U | 77U;
    EXPECT_EQ(EventLogs::kind_of(entry), 77u);
    EXPECT_EQ(EventLogs::with_kind(entry, 5), 365U << 23U | 5U);
}

}  // namespace dyad_cells_test
}  // namespace tarazy
