#include "text/corpus/language.hpp"

#include "io/byte_stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

namespace tarazy::language_test {
namespace {

const std::string kazakh = "Қазақстан ядролық қарудан өз еркімен бас тартты.",
                  russian = "Казахстан добровольно отказался от ядерного оружия.",
                  english = "Kazakhstan gave up its nuclear weapons of its own will.",
                  chinese = "哈萨克斯坦自愿放弃了核武器。";

Language alone(const std::string& sentence) {
    return main_language(language_segments(sentence));
}

std::string unpacked(const std::string& path) {
    ByteStream stream(path);
    std::string text(std::size_t{1} << 16, '\0'), all;
    while (const std::size_t got = stream.read(text.data(), text.size())) all.append(text, 0, got);
    return all;
}

/// The sentences of a treebank (`# text = ...`), or the lines of a file.
std::vector<std::string> sentences_of(const std::string& name) {
    const std::string path = std::string(TARAZY_SHARED_DIR "/data/text/") + name;
    std::vector<std::string> all;
    if (!std::filesystem::exists(path)) return all;
    std::istringstream lines(unpacked(path));
    const bool treebank = name.find("conllu") != std::string::npos;
    for (std::string line; std::getline(lines, line);) {
        if (!treebank) {
            all.push_back(line);
        } else if (line.starts_with("# text = ")) {
            all.push_back(line.substr(9));
        }
    }
    return all;
}

TEST(Language, FourLanguagesByTheirLetters) {
    EXPECT_EQ(alone(kazakh), Language::kk);
    EXPECT_EQ(alone(russian), Language::ru);
    EXPECT_EQ(alone(english), Language::en);
    EXPECT_EQ(alone(chinese), Language::zh);
    EXPECT_EQ(alone("Η Ελλάδα είναι μια χώρα της Ευρώπης."), Language::und);
    EXPECT_EQ(alone("L'été dernier, les députés français étaient déjà très préoccupés."), Language::und);
    EXPECT_EQ(alone("Кыргыз Республикасы өз көз карандысыздыгын жарыялады, өлкөнүн мүмкүнчүлүгү өсүүдө."),
              Language::und);
}

TEST(Language, TheRuleIsTwoAndAHalfPercent) {
    // 40 letters of Cyrillic: one Kazakh letter is 2.5 %, two are 5 %.
    std::string one = "абвгдежзиклмнопрстуфхцчшщыэюяабвгдежзиқ", two = one + "қ";
    EXPECT_EQ(alone("қ" + std::string(two)), Language::kk);
    std::string few;
    for (int i = 0; i < 60; ++i) few += "а";
    EXPECT_EQ(alone(few + "қ"), Language::ru) << "1 of 61 is 1.6 %";
    EXPECT_EQ(alone(few + "ққ"), Language::kk) << "2 of 62 are 3.2 %";
}

TEST(Language, ShortPiecesTakeTheLanguageOfTheirNeighbours) {
    const auto segments = language_segments(kazakh + " Иә. " + kazakh + "\n12.05.1994\n" + russian + " Да. " + russian);
    ASSERT_EQ(segments.size(), 7u);
    const std::array<Language, 7> expected = {Language::kk, Language::kk, Language::kk, Language::kk,
                                              Language::ru, Language::ru, Language::ru};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(segments[i].language, expected[i]) << i << ' ' << to_string(segments[i].language);
    EXPECT_GT(segments[0].confidence, 0.99);
    EXPECT_LT(segments[3].confidence, 0.6) << "a date where two languages meet";
}

TEST(Language, ATextOfThreeLanguagesIsCutWhereTheyMeet) {
    const std::string text = kazakh + '\n' + kazakh + '\n' + russian + '\n' + english + '\n' + chinese;
    const auto merged = merged_segments(language_segments(text));
    ASSERT_EQ(merged.size(), 4u);
    EXPECT_EQ(merged[0].language, Language::kk);
    EXPECT_EQ(text.substr(merged[1].begin, merged[1].end - merged[1].begin), russian);
    EXPECT_EQ(text.substr(merged[2].begin, merged[2].end - merged[2].begin), english);
    EXPECT_EQ(merged[3].language, Language::zh);
}

TEST(Language, WithoutLettersNothingIsSaid) {
    EXPECT_TRUE(language_segments("").empty());
    const auto segments = language_segments("12 345\n--- 7");
    ASSERT_FALSE(segments.empty());
    for (const LanguageSegment& segment : segments) {
        EXPECT_EQ(segment.language, Language::und);
        EXPECT_EQ(segment.confidence, 0);
    }
}

/// Each sentence as a text of its own, without help from neighbours.
TEST(Language, SentencesOfTreebanksAlone) {
    const std::array<std::pair<const char*, Language>, 5> banks = {{{"kk_ktb-dev-part.conllu.gz", Language::kk},
                                                                    {"kaznerd_valid_sentences_kk.txt.gz", Language::kk},
                                                                    {"ru_gsd-dev.conllu.gz", Language::ru},
                                                                    {"en_ewt-dev.conllu.gz", Language::en},
                                                                    {"zh_gsdsimp-dev.conllu.gz", Language::zh}}};
    std::ostringstream told;
    for (const auto& [name, language] : banks) {
        const std::vector<std::string> all = sentences_of(name);
        if (all.empty()) GTEST_SKIP() << "no " << name << " beside the checkout";
        std::size_t right = 0, long_right = 0, of_long = 0, in_order_right = 0;
        std::string together;
        std::map<std::string, int> wrong;
        for (const std::string& sentence : all) {
            const Language found = alone(sentence);
            right += found == language ? 1 : 0;
            const auto characters = std::ranges::count_if(sentence, [](char c) { return (c & 0xC0) != 0x80; });
            if (characters >= 30) {
                ++of_long;
                long_right += found == language ? 1 : 0;
            }
            if (found != language) ++wrong[std::string(to_string(found))];
            together += sentence + '\n';
        }
        std::size_t pieces = 0;
        for (const LanguageSegment& segment : language_segments(together)) {
            ++pieces;
            in_order_right += segment.language == language ? 1 : 0;
        }
        const double share = static_cast<double>(right) / static_cast<double>(all.size());
        told << name << ": " << right << " of " << all.size() << " = " << share << ", of 30 characters "
             << static_cast<double>(long_right) / static_cast<double>(of_long) << ", in order "
             << static_cast<double>(in_order_right) / static_cast<double>(pieces);
        for (const auto& [other, times] : wrong) told << ' ' << other << ' ' << times;
        told << '\n';
        EXPECT_GE(share, 0.98) << name;
        EXPECT_GE(static_cast<double>(long_right), 0.98 * static_cast<double>(of_long)) << name;
        EXPECT_GE(static_cast<double>(in_order_right), 0.98 * static_cast<double>(pieces)) << name;
    }
    RecordProperty("shares", told.str());
    if (std::getenv("TARAZY_SHOW") != nullptr) std::cout << told.str();
}

}  // namespace
}  // namespace tarazy::language_test
