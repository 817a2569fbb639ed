#pragma once

#include "table/table.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Scores of reference texts, from a table `doc_id,score`: one entry a document of the matrix, none for virgin texts.
/// @throws InputError with every faulty row: a document that the matrix has not (with the nearest name), one named
///         twice, no score; fewer than two reference texts or all with the same score
[[nodiscard]] std::vector<std::optional<double>> read_reference_scores(const Table& table,
                                                                       const DocumentFeatureMatrix& matrix);

/// Virgin scores on the scale of the reference scores.
enum class WordscoresRescaling {
    none,
    lbg,  ///< the spread of the references: (S_v - mean)(SD_ref / SD_v) + mean (Laver, Benoit & Garry 2003)
    mv,   ///< the two outermost references at their own scores: (S_v - S_1)(A_2 - A_1)/(S_2 - S_1) + A_1 (Martin &
          ///< Vanberg 2007)
};

struct WordscoresOptions {
    WordscoresRescaling rescaling = WordscoresRescaling::none;
    double smooth = 0;  ///< added to the count of every feature of the references in each of them
    /// Take reference texts as virgin texts, too: all documents are fitted, and mean and SD of `lbg` are of all.
    bool references_too = false;
    double level = 0.95;
    bool notes = true;  ///< tell what is unscored, and of mixed languages
};

struct WordscoresText {
    std::size_t document = 0;   ///< in the matrix
    std::optional<double> fit;  ///< none when no token is scored
    std::optional<double> se;   ///< none when `fit` is, or with one scored token
    double tokens = 0, scored = 0;
};

struct WordscoresResult {
    std::vector<std::optional<double>> word_scores;  ///< of each feature; none when no reference has it
    std::vector<WordscoresText> texts;               ///< the virgin texts, in the order of the matrix
    std::vector<std::string> notes;
};

/// Scores of words from texts of known position, and of texts from their words (Laver, Benoit & Garry 2003, APSR 97:
/// 311-331): P_wr = F_wr / sum_r F_wr with F the relative frequency, S_w = sum_r P_wr A_r,
/// S_v = sum_w F_wv S_w over the scored words, V_v = sum_w F_wv (S_w - S_v)^2 and SE = sqrt(V_v / N_v) with N_v
/// scored tokens. Rescaled standard errors are multiplied by the same factor as distances.
/// @throws InputError  no virgin text; `lbg` with one virgin text or virgin texts that all score the same (the spread
/// is
///         then not defined); `mv` where the outermost references score the same
/// O(cells)
[[nodiscard]] WordscoresResult wordscores(const DocumentFeatureMatrix& matrix,
                                          const std::vector<std::optional<double>>& scores,
                                          const WordscoresOptions& options);

/// `doc_id,fit,se,lwr,upr,tokens,scored_share`; the interval is the normal one of the level.
[[nodiscard]] Table wordscores_table(const DocumentFeatureMatrix& matrix, const WordscoresResult& result, double level);
/// `feature,score,n`: the words that are scored, and how often all documents have them.
[[nodiscard]] Table word_score_table(const DocumentFeatureMatrix& matrix, const WordscoresResult& result);

}  // namespace tarazy
