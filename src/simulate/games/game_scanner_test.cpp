#include "simulate/games/game_scanner.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace game_scanner_test {

TEST(GameScanner, PiecesWithTheirPlaces) {
    Diagnostics diagnostics;
    GameScanner scanner("EFG 2\n{ \"a \\\"b\\\\\", \"Қаз\" -1/2}", "g.efg", diagnostics);
    EXPECT_EQ(scanner.take().text, "EFG");
    EXPECT_EQ(scanner.take().column, 5u);
    EXPECT_EQ(scanner.take().kind, GameTokenKind::open);
    EXPECT_EQ(scanner.take().text, "a \"b\\");
    EXPECT_EQ(scanner.take().text, "Қаз");
    const GameToken number = scanner.take();
    EXPECT_EQ(number.text, "-1/2");
    EXPECT_EQ(number.line, 2u);
    EXPECT_EQ(number.column, 20u);
    EXPECT_EQ(scanner.take().kind, GameTokenKind::close);
    EXPECT_EQ(scanner.take().kind, GameTokenKind::end);
    EXPECT_EQ(scanner.take().kind, GameTokenKind::end);
    EXPECT_EQ(game_text("a \"b\\"), "\"a \\\"b\\\\\"");
}

TEST(GameScanner, ALineOfBrokenBytesHasAFirstColumn) {
    Diagnostics diagnostics;
    GameScanner scanner("a\n\x9d\x9d b", "g.efg", diagnostics);
    scanner.take();
    EXPECT_EQ(scanner.take().column, 1u);
}

TEST(GameScanner, WhatShouldStandThereIsSaid) {
    Diagnostics diagnostics;
    GameScanner scanner("x { 7", "g.efg", diagnostics);
    EXPECT_THROW(
        {
            try {
                scanner.need(GameTokenKind::text, "the title in quotes");
            } catch (const InputError& error) {
                EXPECT_STREQ(error.what(),
                             "g.efg:1:1: 'x' stands where the title in quotes should; write the title in quotes");
                throw;
            }
        },
        InputError);
    Diagnostics open;
    EXPECT_THROW(GameScanner("a \"b", "g.efg", open), InputError);
    Diagnostics other;
    GameScanner numbers("3 x", "g.efg", other);
    EXPECT_EQ(numbers.whole_number("n", 1, 3), 3u);
    EXPECT_THROW(numbers.whole_number("n", 1, 3), InputError);
    Diagnostics last;
    GameScanner list("{ 1 2", "g.efg", last);
    EXPECT_THROW(list.words_in_braces("payoffs"), InputError);
}

}  // namespace game_scanner_test
}  // namespace tarazy
