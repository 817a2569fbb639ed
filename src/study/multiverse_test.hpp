#pragma once

// For tests only: the example study with choices of every kind: members of a pole, a declared window, a bar, a
// parameter of an analysis that another one reads.

#include "analyses/example_study_test.hpp"
#include "analyses/simulate/universe_points.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// An alternative, and the same as an edit of the study file.
struct EditedAlternative {
    std::string id, set, from, to;
};
struct EditedChoice {
    std::string id;
    EditedAlternative other;
};

inline const std::vector<EditedChoice>& edited_choices() {
    static const std::vector<EditedChoice> choices = {
        {"west", {"usa", R"("pole.WEST.members" = ["USA"])", R"(members = ["USA", "FRA"])", R"(members = ["USA"])"}},
        {"window",
         {"early", R"("proposition.P1.test.1.quantity" = "difference.RUS-CHN.2005-2010")",
          R"(quantity = "difference.RUS-CHN.2005-2016")", R"(quantity = "difference.RUS-CHN.2005-2010")"}},
        {"bar",
         {"higher", R"("proposition.P1.test.2.comparison" = "> 0.99 with probability 0.9")",
          R"(comparison = "> 0.9 with probability 0.9")", R"(comparison = "> 0.99 with probability 0.9")"}},
        {"draws",
         {"fewer", R"(analysis.shares.parameters.bootstrap = 150)", "2011-2016\"]\nbootstrap = 200",
          "2011-2016\"]\nbootstrap = 150"}}};
    return choices;
}

/// The example study with an analysis that reads another's result, a proposition on it, and these choices.
class MultiverseStudy {
public:
    MultiverseStudy() { write_file_atomically(example / "study.toml", text() + choices_text()); }

    /// The study file without choices, with these alternatives put into it by hand.
    [[nodiscard]] std::string text(const std::vector<std::size_t>& picked = {}) const {
        std::string all = base_ + more;
        for (std::size_t c = 0; c < picked.size(); ++c) {
            if (picked[c] == 0) continue;
            const EditedAlternative& other = edited_choices()[c].other;
            const std::size_t at = all.find(other.from);
            if (at == std::string::npos) throw std::runtime_error("'" + other.from + "' is not in the study");
            all.replace(at, other.from.size(), other.to);
        }
        return all;
    }
    [[nodiscard]] static std::string choices_text() {
        std::string text;
        for (const EditedChoice& choice : edited_choices()) {
            const std::string words = R"({ en = ")" + choice.id + R"(", kk = "таңдау", ru = "решение" })";
            text += "\n[[choice]]\nid = \"" + choice.id + "\"\nname = " + words + "\nreason = " + words +
                    "\n[[choice.alternative]]\nid = \"own\"\nname = " + words + "\n[[choice.alternative]]\nid = \"" +
                    choice.other.id + "\"\nname = " + words + "\n[choice.alternative.set]\n" + choice.other.set + "\n";
        }
        return text;
    }
    [[nodiscard]] StudyFile read() const { return example.read(); }

    ExampleStudy example;

private:
    static constexpr const char* more = R"(
[data.by_year]
result = "shares"
role = "series"

[[analysis]]
id = "turning"
method = "trace.changepoints"
title = { en = "Turning points", kk = "Бетбұрыстар", ru = "Переломы" }
data = ["by_year"]
[analysis.parameters]
value = "closeness"
series = "pole"
domain = "votes"
samples = 199
windows = ["2008-2012"]

[[proposition]]
id = "P3"
theory = "none"
text = { en = "Nothing turns.", kk = "Ештеңе өзгермейді.", ru = "Ничто не меняется." }
would_change = { en = "A break.", kk = "Бетбұрыс.", ru = "Перелом." }
[[proposition.test]]
analysis = "turning"
quantity = "change_in.RUS.2008-2012"
comparison = "< 0.5"
opposite_means = { en = "A break.", kk = "Бетбұрыс.", ru = "Перелом." }
)";
    std::string base_ = read_file(example / "study.toml");
};

/// Options with the designs of this program.
[[nodiscard]] inline MultiverseOptions multiverse_options() {
    MultiverseOptions options;
    options.points = universe_points();
    return options;
}

}  // namespace tarazy
