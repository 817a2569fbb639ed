#include "text/scaling/wordscores.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "stats/normal.hpp"
#include "table/table_rows.hpp"
#include "text/scaling/feature_languages.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

[[noreturn]] void refuse_wordscores(const std::string& what, const std::string& remedy) {
    throw InputError({"", 0, 0, what, remedy});
}

double mean_of_scores(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double spread_of_scores(const std::vector<double>& values) {
    const double mean = mean_of_scores(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

/// Places of documents in the order of their names, so that sums do not depend on the order of rows.
std::vector<std::size_t> documents_by_name(const DocumentFeatureMatrix& matrix) {
    std::vector<std::size_t> order(matrix.documents.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::string_view(matrix.documents[i]); });
    return order;
}

std::vector<std::optional<double>> scores_of_words(const DocumentFeatureMatrix& matrix,
                                                   const std::vector<std::optional<double>>& scores, double smooth) {
    const std::size_t words = matrix.features.size();
    std::vector<double> weighted(words), shares(words);
    std::vector<bool> known(words);
    std::vector<std::size_t> references;
    for (const std::size_t i : documents_by_name(matrix)) {
        if (!scores[i]) continue;
        references.push_back(i);
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell)
            known[matrix.feature[cell]] = true;
    }
    const auto features = static_cast<double>(std::ranges::count(known, true));
    for (const std::size_t i : references) {
        const double length = matrix.document_total(i) + smooth * features;
        if (!(length > 0)) continue;
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell) {
            const double share = matrix.count[cell] / length;
            weighted[matrix.feature[cell]] += share * *scores[i];
            shares[matrix.feature[cell]] += share;
        }
        if (smooth == 0) continue;
        for (std::size_t j = 0; j < words; ++j) {
            if (!known[j]) continue;
            weighted[j] += smooth / length * *scores[i];
            shares[j] += smooth / length;
        }
    }
    std::vector<std::optional<double>> found(words);
    for (std::size_t j = 0; j < words; ++j) {
        if (shares[j] > 0) found[j] = weighted[j] / shares[j];
    }
    return found;
}

/// The text as it stands on the scale of the word scores.
WordscoresText raw_score(const DocumentFeatureMatrix& matrix, const std::vector<std::optional<double>>& words,
                         std::size_t document) {
    WordscoresText text;
    text.document = document;
    double sum = 0;
    const auto over_scored = [&](const auto& each) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            if (const auto& score = words[matrix.feature[cell]]) each(matrix.count[cell], *score);
        }
    };
    text.tokens = matrix.document_total(document);
    over_scored([&](double n, double score) {
        text.scored += n;
        sum += n * score;
    });
    if (!(text.scored > 0)) return text;
    text.fit = sum / text.scored;
    double variance = 0;
    over_scored(
        [&](double n, double score) { variance += n / text.scored * (score - *text.fit) * (score - *text.fit); });
    if (text.scored > 1) text.se = std::sqrt(variance / text.scored);
    return text;
}

struct ScaleMap {
    double slope = 1, from = 0, to = 0;
};

/// The spread of the virgin texts becomes that of the references.
ScaleMap lbg_map(const std::vector<WordscoresText>& texts, const std::vector<std::optional<double>>& scores) {
    std::vector<double> virgin, references;
    for (const WordscoresText& text : texts) {
        if (text.fit) virgin.push_back(*text.fit);
    }
    for (const auto& score : scores) {
        if (score) references.push_back(*score);
    }
    if (virgin.size() < 2)
        refuse_wordscores("the rescaling lbg needs the spread of virgin texts, and " + std::to_string(virgin.size()) +
                              " of them has scored words",
                          "give at least two virgin texts, or take --rescale mv or none");
    std::ranges::sort(virgin);
    std::ranges::sort(references);
    const double spread = spread_of_scores(virgin), mean = mean_of_scores(virgin);
    if (!(spread > 1e-12 * (std::abs(virgin.front()) + std::abs(virgin.back()))))
        refuse_wordscores("all virgin texts score the same, so that the rescaling lbg is not defined",
                          "take --rescale mv or none");
    return {spread_of_scores(references) / spread, mean, mean};
}

/// The two outermost reference texts come to lie at their own scores; where several share one, at their mean.
ScaleMap mv_map(const DocumentFeatureMatrix& matrix, const std::vector<std::optional<double>>& words,
                const std::vector<std::optional<double>>& scores) {
    std::optional<double> low, high;
    for (const auto& score : scores) {
        if (score && (!low || *score < *low)) low = score;
        if (score && (!high || *score > *high)) high = score;
    }
    const auto mean_text = [&](double end) {
        std::vector<double> fits;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (scores[i] != end) continue;
            if (const auto fit = raw_score(matrix, words, i).fit) fits.push_back(*fit);
        }
        if (fits.empty())
            refuse_wordscores("the reference text at " + number_text(end) + " has no words", "give its words");
        std::ranges::sort(fits);
        return mean_of_scores(fits);
    };
    const double first = mean_text(*low), second = mean_text(*high);
    if (!(std::abs(second - first) > 1e-12 * (std::abs(first) + std::abs(second))))
        refuse_wordscores(
            "the two outermost reference texts use the words alike, so that the rescaling mv is not defined",
            "take --rescale lbg or none, or other references");
    return {(*high - *low) / (second - first), first, *low};
}

void tell_unscored(WordscoresResult& result, const DocumentFeatureMatrix& matrix) {
    std::vector<std::string> unscored, thin;
    for (const WordscoresText& text : result.texts) {
        if (!text.fit)
            unscored.push_back(matrix.documents[text.document]);
        else if (text.scored < 0.5 * text.tokens)
            thin.push_back(matrix.documents[text.document]);
    }
    if (!unscored.empty())
        result.notes.push_back("no word of these texts stands in a reference text, so that they have no score: " +
                               first_few(unscored, 8));
    if (!thin.empty())
        result.notes.push_back("less than half of the tokens of these texts are scored: " + first_few(thin, 8));
}

}  // namespace

std::vector<std::optional<double>> read_reference_scores(const Table& table, const DocumentFeatureMatrix& matrix) {
    const std::vector<std::string> documents = require_texts(table, "doc_id");
    const std::vector<double> values = require_reals(table, "score");
    std::vector<std::optional<double>> scores(matrix.documents.size());
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto found = std::ranges::find(matrix.documents, documents[row]);
        if (found == matrix.documents.end()) {
            problems.add(table.problem(row, "doc_id", "no document is called '" + documents[row] + "'",
                                       name_hint(documents[row], matrix.documents)));
            continue;
        }
        std::optional<double>& score = scores[static_cast<std::size_t>(found - matrix.documents.begin())];
        if (std::isnan(values[row])) {
            problems.add(table.problem(row, "score", "the score of '" + documents[row] + "' is missing",
                                       "give it, or leave the row out: a text without score is a virgin text"));
        } else if (score) {
            problems.add(table.problem(row, "doc_id", "'" + documents[row] + "' has a score already", "keep one row"));
        } else {
            score = values[row];
        }
    }
    problems.throw_if_any();
    std::vector<double> given;
    for (const auto& score : scores) {
        if (score) given.push_back(*score);
    }
    if (given.size() < 2 || std::ranges::min(given) == std::ranges::max(given))
        throw InputError(
            {table.origin.path, 0, 0,
             given.size() < 2 ? "there are fewer than two reference texts" : "all reference texts have the same score",
             "give scores of at least two texts that differ"});
    return scores;
}

WordscoresResult wordscores(const DocumentFeatureMatrix& matrix, const std::vector<std::optional<double>>& scores,
                            const WordscoresOptions& options) {
    constexpr double largest_score = 1e100;  // squares and sums of them stay numbers
    for (const auto& score : scores) {
        if (score && !(std::abs(*score) <= largest_score))
            refuse_wordscores("the reference score " + number_text(*score) + " is too large to be worked with",
                              "give scores on a scale of at most 1e100");
    }
    WordscoresResult result;
    result.word_scores = scores_of_words(matrix, scores, options.smooth);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!scores[i] || options.references_too) result.texts.push_back(raw_score(matrix, result.word_scores, i));
    }
    if (result.texts.empty())
        refuse_wordscores("every document has a reference score, so that there is nothing to score",
                          "leave out the scores of the texts that are asked about");
    ScaleMap map;
    if (options.rescaling == WordscoresRescaling::lbg) map = lbg_map(result.texts, scores);
    if (options.rescaling == WordscoresRescaling::mv) map = mv_map(matrix, result.word_scores, scores);
    for (WordscoresText& text : result.texts) {
        if (text.fit) text.fit = (*text.fit - map.from) * map.slope + map.to;
        if (text.se) text.se = *text.se * std::abs(map.slope);
    }
    if (!options.notes) return result;
    tell_unscored(result, matrix);
    if (const auto warning = language_warning(matrix)) result.notes.push_back(*warning);
    return result;
}

Table wordscores_table(const DocumentFeatureMatrix& matrix, const WordscoresResult& result, double level) {
    const double z = normal_quantile((1 + level) / 2);
    TableRows rows(TextColumn{"doc_id"}, RealColumn{"fit"}, RealColumn{"se"}, RealColumn{"lwr"}, RealColumn{"upr"},
                   RealColumn{"tokens"}, RealColumn{"scored_share"});
    for (const WordscoresText& text : result.texts) {
        const bool interval = text.fit && text.se;
        rows.add(matrix.documents[text.document], text.fit, text.se,
                 interval ? RealCell(*text.fit - z * *text.se) : RealCell(std::nullopt),
                 interval ? RealCell(*text.fit + z * *text.se) : RealCell(std::nullopt), text.tokens,
                 text.tokens > 0 ? RealCell(text.scored / text.tokens) : RealCell(std::nullopt));
    }
    return rows.table();
}

Table word_score_table(const DocumentFeatureMatrix& matrix, const WordscoresResult& result) {
    const std::vector<double> totals = matrix.feature_totals();
    TableRows rows(TextColumn{"feature"}, RealColumn{"score"}, RealColumn{"n"});
    for (std::size_t j = 0; j < matrix.features.size(); ++j) {
        if (result.word_scores[j]) rows.add(matrix.features[j], *result.word_scores[j], totals[j]);
    }
    return rows.table();
}

}  // namespace tarazy
