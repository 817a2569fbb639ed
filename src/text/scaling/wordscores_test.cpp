#include "text/scaling/wordscores.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace tarazy::wordscores_test {
namespace {

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

DocumentFeatureMatrix lbg() {
    return read_document_feature_matrix(read_table(testdata + "lbg_counts.csv"));
}
std::vector<std::optional<double>> lbg_scores() {
    return read_reference_scores(read_table(testdata + "lbg_scores.csv"), lbg());
}

/// Against quanteda.textmodels, its `se` of lbg excepted, which is shifted by the mean.
void expect_predictions(WordscoresRescaling rescaling, const std::string& name) {
    const DocumentFeatureMatrix matrix = lbg();
    const WordscoresResult result = wordscores(matrix, lbg_scores(), {.rescaling = rescaling, .references_too = true});
    const Table ours = wordscores_table(matrix, result, 0.95),
                theirs = read_table(testdata + "lbg_wordscores_predict.csv");
    std::size_t compared = 0;
    for (std::size_t row = 0; row < theirs.rows(); ++row) {
        if (text_in(theirs, "rescaling", row) != name) continue;
        const std::size_t k = compared++;
        ASSERT_EQ(text_in(ours, "doc_id", k), text_in(theirs, "doc", row));
        for (const std::string column : {"fit", "lwr", "upr"})
            EXPECT_NEAR(*number_in(ours, column, k), *number_in(theirs, column, row), 1e-9) << name << ' ' << column;
        if (rescaling != WordscoresRescaling::lbg) {
            EXPECT_NEAR(*number_in(ours, "se", k), *number_in(theirs, "se", row), 1e-9);
        }
        EXPECT_NEAR(*number_in(ours, "se", k),
                    (*number_in(theirs, "upr", row) - *number_in(theirs, "fit", row)) / 1.959963984540054, 1e-9);
    }
    EXPECT_EQ(compared, 6U);
}

TEST(Wordscores, AgreesWithThePeerOnThePublishedExample) {
    expect_predictions(WordscoresRescaling::none, "none");
    expect_predictions(WordscoresRescaling::lbg, "lbg");
    expect_predictions(WordscoresRescaling::mv, "mv");
}

TEST(Wordscores, PublishedVirginText) {
    const WordscoresResult result = wordscores(lbg(), lbg_scores(), {});
    ASSERT_EQ(result.texts.size(), 1U);
    EXPECT_NEAR(*result.texts[0].fit, -0.45, 0.005);  // Laver, Benoit & Garry 2003, figure 1
    EXPECT_NEAR(*result.texts[0].se, 0.0119, 5e-5);
    EXPECT_EQ(result.texts[0].scored, result.texts[0].tokens);
}

TEST(Wordscores, WordsAndSmoothing) {
    const DocumentFeatureMatrix matrix = lbg();
    const WordscoresResult result = wordscores(matrix, lbg_scores(), {});
    const Table words = read_table(testdata + "lbg_wordscores_words.csv");
    for (std::size_t row = 0; row < words.rows(); ++row) {
        const auto found = std::ranges::find(matrix.features, text_in(words, "feature", row)) - matrix.features.begin();
        EXPECT_NEAR(*result.word_scores[static_cast<std::size_t>(found)], *number_in(words, "score", row), 1e-9);
    }
    const WordscoresResult smooth = wordscores(matrix, lbg_scores(), {.smooth = 1, .references_too = true});
    const Table expected = read_table(testdata + "lbg_wordscores_smooth1.csv");
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        EXPECT_NEAR(*smooth.texts[row].fit, *number_in(expected, "fit", row), 1e-9);
        EXPECT_NEAR(*smooth.texts[row].se, *number_in(expected, "se", row), 1e-9);
    }
}

TEST(Wordscores, IrishBudget2010) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/text/";
    if (!std::filesystem::exists(folder + "irish2010_wordscores.csv")) GTEST_SKIP() << "no " << folder;
    Table counts = read_table(folder + "irish2010_dfm_triplets.csv");
    counts.names[0] = "doc_id";
    const DocumentFeatureMatrix matrix = read_document_feature_matrix(counts);
    const Table expected = read_table(folder + "irish2010_wordscores.csv");
    std::vector<std::optional<double>> scores(matrix.documents.size());
    const auto place = [&](std::size_t row) {
        return static_cast<std::size_t>(std::ranges::find(matrix.documents, text_in(expected, "doc", row)) -
                                        matrix.documents.begin());
    };
    for (std::size_t row = 0; row < expected.rows(); ++row) scores[place(row)] = number_in(expected, "ref", row);
    const auto fits = [&](WordscoresRescaling rescaling) {
        return wordscores(matrix, scores, {.rescaling = rescaling, .references_too = true}).texts;
    };
    const auto raw = fits(WordscoresRescaling::none), lbg = fits(WordscoresRescaling::lbg),
               mv = fits(WordscoresRescaling::mv);
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        EXPECT_NEAR(*raw[place(row)].fit, *number_in(expected, "raw", row), 1e-9);
        EXPECT_NEAR(*raw[place(row)].se, *number_in(expected, "raw_se", row), 1e-9);
        EXPECT_NEAR(*lbg[place(row)].fit, *number_in(expected, "lbg", row), 1e-9);
        EXPECT_NEAR(*mv[place(row)].fit, *number_in(expected, "mv", row), 1e-9);
        EXPECT_NEAR(*mv[place(row)].fit + 1.959963984540054 * *mv[place(row)].se, *number_in(expected, "mv_upr", row),
                    1e-9);
    }
}

DocumentFeatureMatrix small(const std::vector<std::tuple<std::string, std::string, int>>& cells) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"feature"}, IntegerColumn{"n"});
    for (const auto& [document, feature, n] : cells) rows.add(document, feature, n);
    return read_document_feature_matrix(rows.table());
}

TEST(Wordscores, LbgOfOneVirginTextIsRefused) {
    EXPECT_THROW((void)wordscores(lbg(), lbg_scores(), {.rescaling = WordscoresRescaling::lbg}), InputError);
}

TEST(Wordscores, LbgLooksAtVirginTextsOnly) {
    const DocumentFeatureMatrix matrix = small(
        {{"a", "x", 3}, {"a", "y", 1}, {"b", "y", 3}, {"v", "x", 2}, {"v", "y", 2}, {"w", "y", 5}, {"w", "x", 1}});
    const WordscoresResult result = wordscores(matrix, {-1.0, 1.0, {}, {}}, {.rescaling = WordscoresRescaling::lbg});
    ASSERT_EQ(result.texts.size(), 2U);
    // The spread of the virgin texts becomes that of -1 and 1.
    EXPECT_NEAR(*result.texts[1].fit - *result.texts[0].fit, 2, 1e-12);
}

TEST(Wordscores, AShiftedAndStretchedScaleMovesTheTextsAlong) {
    const DocumentFeatureMatrix matrix = lbg();
    std::vector<std::optional<double>> moved = lbg_scores();
    for (auto& score : moved) {
        if (score) score = 10 + 3 * *score;
    }
    const auto plain = wordscores(matrix, lbg_scores(), {}).texts, other = wordscores(matrix, moved, {}).texts;
    EXPECT_NEAR(*other[0].fit, 10 + 3 * *plain[0].fit, 1e-12);
    EXPECT_NEAR(*other[0].se, 3 * *plain[0].se, 1e-12);
}

TEST(Wordscores, TextsWithoutScoredWordsHaveNoScore) {
    const DocumentFeatureMatrix matrix =
        small({{"a", "x", 3}, {"b", "y", 3}, {"v", "z", 2}, {"e", "x", 0}, {"w", "x", 1}, {"w", "z", 3}});
    const WordscoresResult result = wordscores(matrix, {-1.0, 1.0, {}, {}, {}}, {});
    EXPECT_FALSE(result.texts[0].fit);
    EXPECT_FALSE(result.texts[1].fit);
    EXPECT_EQ(result.texts[2].fit, -1);
    EXPECT_FALSE(result.texts[2].se);
    EXPECT_EQ(result.notes.size(), 2U);
    const Table table = wordscores_table(matrix, result, 0.95);
    EXPECT_FALSE(number_in(table, "fit", 0));
    EXPECT_EQ(number_in(table, "scored_share", 2), 0.25);
}

TEST(Wordscores, FaultsOfReferenceScoresAreAllNamed) {
    const DocumentFeatureMatrix matrix = lbg();
    TableRows rows(TextColumn{"doc_id"}, RealColumn{"score"});
    rows.add("R1", -1.0);
    rows.add("R1", 1.0);
    rows.add("R9", 1.0);
    rows.add("R2", std::nullopt);
    try {
        (void)read_reference_scores(rows.table(), matrix);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 3U);
    }
    TableRows same(TextColumn{"doc_id"}, RealColumn{"score"});
    same.add("R1", 1.0);
    same.add("R2", 1.0);
    EXPECT_THROW((void)read_reference_scores(same.table(), matrix), InputError);
}

}  // namespace
}  // namespace tarazy::wordscores_test
