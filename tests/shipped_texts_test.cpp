// What the report on a shipped study shows of the study's own texts stands in Kazakh and Russian, too. Names of works,
// authors and files stay as they are.

#include "analyses/all_methods.hpp"
#include "io/read_table.hpp"
#include "report/note_words.hpp"
#include "study/study_file.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tarazy {
namespace shipped_texts_test {

namespace fs = std::filesystem;

const std::string study_folder = std::string(TARAZY_SOURCE_DIR) + "/studies/kazakhstan";

Table data(const std::string& name) {
    return read_table(study_folder + "/data/" + name);
}

/// Cells of `column` whose row says nothing in one of the columns `column_kk` and `column_ru`.
std::vector<std::string> without_translation(const Table& table, const std::string& english, const std::string& stem) {
    std::vector<std::string> lacking;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string text = text_in(table, english, row);
        const bool said = !text_in(table, stem + "_kk", row).empty() && !text_in(table, stem + "_ru", row).empty();
        if (!text.empty() && !said) lacking.push_back(text);
    }
    return lacking;
}

using Texts = std::vector<std::string>;

TEST(ShippedTexts, EveryEventClueAndReasonIsSaidInThreeLanguages) {
    EXPECT_EQ(without_translation(data("chronology.csv"), "title", "title"), Texts{});
    EXPECT_EQ(without_translation(data("chronology.csv"), "description", "description"), Texts{});
    EXPECT_EQ(without_translation(data("clues.csv"), "clue_en", "clue"), Texts{});
    EXPECT_EQ(without_translation(data("likelihoods.csv"), "why_en", "why"), Texts{});
    for (const char* said : {"name", "says", "why"})
        EXPECT_EQ(without_translation(data("hypotheses.csv"), std::string(said) + "_en", said), Texts{});
    EXPECT_EQ(without_translation(data("nuclear_reversal_cells.csv"), "note", "note"), Texts{});
}

/// The study's words for texts of its data.
class StudyWords {
public:
    [[nodiscard]] Texts lacking(const Table& table, const std::string& column) const {
        std::set<std::string> without;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string text = text_in(table, column, row);
            const auto word = study_.words.find(text);
            const bool said = word != study_.words.end() && !word->second.kk.empty() && !word->second.ru.empty();
            if (!text.empty() && !said) without.insert(text);
        }
        return {without.begin(), without.end()};
    }

private:
    const StudyFile study_ = read_study_file(study_folder, all_methods());
};

TEST(ShippedTexts, WhoJudgedAndWhatSourcesDisagreeAboutHasAWord) {
    const StudyWords words;
    EXPECT_EQ(words.lacking(data("hypotheses.csv"), "judged_by"), Texts{});
    EXPECT_EQ(words.lacking(data("likelihoods.csv"), "judged_by"), Texts{});
    EXPECT_EQ(words.lacking(data("assurance_ranges.csv"), "judged_by"), Texts{});
    EXPECT_EQ(words.lacking(data("source_conflicts.csv"), "attribute"), Texts{});
    Texts no_publication;
    for (const std::string& source : words.lacking(data("clues.csv"), "source"))
        if (source.starts_with("Not opened") || source.starts_with("Chronology of this study"))
            no_publication.push_back(source);
    EXPECT_EQ(no_publication, Texts{});
}

TEST(ShippedTexts, EveryNoteOfADerivedResultIsSaidInThreeLanguages) {
    const StudyResult nothing;
    const ReportContext context(nothing, {});
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(study_folder + "/data/derived")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".notes.csv")) continue;
        const Table notes = data("derived/" + name);
        for (std::size_t row = 0; row < notes.rows(); ++row) {
            const LocalText words = note_words(context, text_in(notes, "note", row));
            EXPECT_FALSE(words.kk.empty() || words.ru.empty()) << name << ": " << words.en;
            ++seen;
        }
    }
    EXPECT_GT(seen, 20U);
}

}  // namespace shipped_texts_test
}  // namespace tarazy
