#pragma once

#include "report/chapter.hpp"
#include "report/html.hpp"
#include "report/messages.hpp"
#include "study/study_result.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// What every chapter of a report needs: the result, the messages, and the claims by id.
class ReportContext {
public:
    ReportContext(const StudyResult& result, Chapters chapters);

    const StudyResult& result;
    const Chapters chapters;
    const Messages messages;

    [[nodiscard]] const Claim* claim(const std::string& id) const;
    /// The claim of an analysis about these parts.
    [[nodiscard]] const Claim* claim(const AnalysisResult& of, const ClaimParts& parts) const;
    [[nodiscard]] const AnalysisResult* analysis(const std::string& id) const;
    /// The title of an analysis; its id where it has none or there is no such analysis.
    [[nodiscard]] LocalText title_of(const std::string& analysis) const;
    /// What the method of an analysis says in the report, or nullptr.
    [[nodiscard]] const Chapter* chapter_of(const AnalysisResult& analysis) const;
    /// The file of `results/` that holds a table of the result, "votes.summary.csv"; empty when it is none of them.
    [[nodiscard]] std::string file_of(const Table& table) const;
    [[nodiscard]] const DataUse* data(const std::string& key) const;
    [[nodiscard]] const Source* source(const std::string& key) const;

    /// A message as three elements, one a language.
    [[nodiscard]] Html say(const std::string& key, const MessageArguments& arguments = {}) const;
    /// A code of the data in words ("role.", "votes"); the code itself when there is no message for it.
    [[nodiscard]] LocalText word(const std::string& family, const std::string& code) const;
    /// "Russia" for the id of a pole, else the study's word for the code, else the name of the state, else the title
    /// that is called so in English, else the code.
    [[nodiscard]] LocalText name(const std::string& code) const;
    /// The titles of events in three languages by their English ones: those of all tables that have them in columns
    /// `title`, `title_kk` and `title_ru`.
    [[nodiscard]] const std::map<std::string, LocalText>& titles() const noexcept { return titles_; }

private:
    std::map<std::string, const Claim*> claims_;
    std::map<std::pair<std::string, ClaimParts>, const Claim*> by_parts_;
    std::map<const Table*, std::string> files_;
    std::map<std::string, LocalText> titles_;
};

/// A text as three elements with `lang`, of which the switch shows one. A text that has one language only is written
/// once, marked as English. Without a tag they are `<t-l>`, a name of our own as HTML allows: a report holds tens of
/// thousands of them, and `<span class="t">` would be a tenth of its size.
[[nodiscard]] Html local(const LocalText& local_text, std::string_view tag = {}, std::string_view css_class = {});

/// Likewise, with `<c0>...</c0>`, `<c1>...</c1>` in the text made links to the claims of these ids.
[[nodiscard]] Html local_with_claims(const LocalText& local_text, const std::vector<std::string>& claims);

/// A text whose only language is English (titles of sources, names in data).
[[nodiscard]] Html english(std::string_view plain, std::string_view tag = "span");

/// A link to the row of a claim, or the content alone when the result has no such claim.
[[nodiscard]] Html claim_link(const ReportContext& context, const std::string& claim, const Html& content);
[[nodiscard]] Html claim_link(const Claim* claim, const Html& content);

/// A table that can be scrolled sideways on a small screen and reached by keyboard. `label` is the id of the element
/// that names it.
[[nodiscard]] Html scroll_box(const std::string& label, const Html& table);

/// The same; where it is not the first of its chapter the report may fold it away.
[[nodiscard]] Html scrolled(const std::string& label, const Html& table);

}  // namespace tarazy
