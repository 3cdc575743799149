/**
 * The notes of the edited essay as an editor would write them, in order, and as they are printed; only bibliographic
 * data, with `*` for italics and typographic apostrophes. `written` leaves out everything but the references.
 *
 * Without `printed`: the print has an error or an unusual form (see below), or the note is more than a reference.
 */
export interface PrintedNote {
  number: number
  /** `[key, locator]` stands for a reference. */
  written: string
  printed?: string
  /** The print is not consistent here: it sets this kind of title sometimes in italics, sometimes in roman. */
  italics?: 'differ'
}

// 7, 12, 44, 46, 48, 61, 65: errors in names and titles. 35, 45, 56, 57: errors in URLs. 38, 50, 55, 63: «u. a.» used
// at one mention and not at another. 80: «ders.». 86: the whole post as its title.
export const printedNotes: PrintedNote[] = [
  {
    number: 1,
    written: 'Vgl. [hetzner-2025].',
    printed:
      'Vgl. Christiaan Hetzner: Marc Andreessen Warns Chinese ChatGPT rival DeepSeek Is «AI’s Sputnik Moment», *Fortune*, 27.1.2025, fortune.com/2025/01/27/marc-andreessen-deep-seek-sputnik-ai-markets (15.9.2025).',
  },
  {
    number: 2,
    written: '[offert-dhaliwal-2025, 5], Übers. YNF.',
    printed:
      'Fabian Offert, Ranjodh Singh Dhaliwal: The Method of Critical AI Studies. A Propaedeutic, *arXiv*, 23.3.2025 (3. Fassung), 1–10, hier 5, doi.org/10.48550/arXiv.2411.18833 (15.9.2025), Übers. YNF.',
  },
  {
    number: 3,
    written: 'Vgl. u. a. [roberge-castelle-2021]; [pasquinelli-2023]; [dhaliwal-2024].',
    printed:
      'Vgl. u. a. Jonathan Roberge, Michael Castelle (Hg.): *The Cultural Life of Machine Learning. An Incursion into Critical AI Studies*, Cham 2021; Matteo Pasquinelli: *The Eye of the Master. A Social History of Artificial Intelligence*, London 2023; Ranjodh Singh Dhaliwal, Théo Lepage-Richer, Lucy Suchman: *Neural Networks*, Minneapolis 2024.',
  },
  {
    number: 4,
    written: '[tuschling-2023, 265].',
    printed:
      'Anna Tuschling, Andreas Sudmann, Bernhard J. Dotzler: Dialog über den Versuch, eine medienhistorische Passage zu dokumentieren, in: dies. (Hg.): *ChatGPT und andere «Quatschmaschinen»*. Gespräche mit Künstlicher Intelligenz, Bielefeld 2023, 263–282, hier 265.',
    italics: 'differ',
  },
  {
    number: 5,
    written: 'Vgl. für einen Überblick: [raley-rhee-2023].',
    printed:
      'Vgl. für einen Überblick: Rita Raley, Jennifer Rhee: Critical AI. A Field in Formation, in: *American Literature*, Bd. 95, Nr. 2, 2023, 185–204, doi.org/10.1215/00029831-10575021.',
  },
  {
    number: 6,
    written: 'Vgl. [babic-2025].',
    printed: 'Vgl. Milan Babić: *Geoökonomie. Anatomie der neuen Weltordnung*, Berlin 2025.',
  },
  { number: 7, written: 'Vgl. [poell-2019, 5f.].' },
  { number: 8, written: 'Vgl. [poell-2019, 3], Übers. YNF.', printed: 'Vgl. ebd., 3, Übers. YNF.' },
  {
    number: 9,
    written: 'Vgl. [rella-2024].',
    printed:
      'Vgl. Ludovico Rella: Close to the Metal. Towards a Material Political Economy of the Epistemology of Computation, in: *Social Studies of Science*, Bd. 54, Nr. 1, 2024, 3–29, doi.org/10.1177/03063127231185095.',
  },
  {
    number: 10,
    written: 'Vgl. [fiegerman-2025].',
    printed:
      'Vgl. Seth Fiegerman, Carmen Reinicke: Why Fears of a Trillion-Dollar AI Bubble Are Growing, *Bloomberg*, 24.11.2025, bloomberg.com/news/articles/2025-11-24/why-ai-bubble-concerns-loom-as-openai-microsoft-meta-ramp-up-spending (6.12.2025).',
  },
  {
    number: 11,
    written: 'Liang Wengfeng zit. n. [schneider-2024].',
    printed:
      'Liang Wengfeng zit. n. Jordan Schneider u. a.: Deepseek. The Quiet Giant Leading China’s AI Race [Annotierte Interview-Übersetzung], *ChinaTalk*, 27.11.2024, chinatalk.media/p/deepseek-ceo-interview-with-chinas (2.9.2025).',
  },
  { number: 12, written: 'Vgl. [floridi-2024].' },
  {
    number: 13,
    written: 'Vgl. [deepseek-r1-2025].',
    printed:
      'Vgl. DeepSeek-AI u. a.: DeepSeek-R1. Incentivizing Reasoning Capability in LLMs via Reinforcement Learning, *arXiv*, 22.1.2025, 1–22, doi.org/10.48550/arXiv.2501.12948.',
  },
  {
    number: 14,
    written: 'Vgl. [tompros-2025].',
    printed:
      'Vgl. Louis Tompros, interviewt von Scott Young: DeepSeek, ChatGPT, and the Global Fight for Technological Supremacy, *Harvard Law Today*, 25.2.2025, hls.harvard.edu/today/deepseek-chatgpt-and-the-global-fight-for-technological-supremacy (26.9.2025).',
  },
  {
    number: 15,
    written: 'Vgl. [bergen-2025].',
    printed:
      'Vgl. Mark Bergen: How the AI Boom Created the Most Valuable Monopolies in History, *Bloomberg*, 20.3.2025, bloomberg.com/news/features/2025-03-20/are-ai-monopolies-here-to-stay-nvidia-and-the-future-of-ai-chips (3.12.2025).',
  },
  {
    number: 16,
    written: 'Vgl. [subin-2025].',
    printed:
      'Vgl. Samantha Subin: Nvidia Sheds Almost $600 Billion in Market Cap, Biggest One-Day Loss in U.S. History, *CNBC*, 27.1.2025, cnbc.com/2025/01/27/nvidia-sheds-almost-600-billion-in-market-cap-biggest-drop-ever.html (15.9.2025).',
  },
  {
    number: 17,
    written: 'Vgl. [deepseek-v3-2025, 5].',
    printed:
      'Vgl. DeepSeek-AI u. a.: DeepSeek-V3 Technical Report, *arXiv*, 18.2.2025 (2. Fassung), 1–53, hier 5, doi.org/10.48550/arXiv.2412.19437 (15.9.2025).',
  },
  {
    number: 18,
    written: 'Vgl. [thompson-2025].',
    printed:
      'Vgl. Ben Thompson: DeepSeek FAQ [Beitrag auf Unternehmensblog], *Stratechery*, 27.1.2025, stratechery.com/2025/deepseek-faq (14.9.2025).',
  },
  {
    number: 19,
    written: 'Vgl. [olcott-2025].',
    printed:
      'Vgl. Eleanor Olcott, Cristina Criddle: OpenAI Says It Has Evidence China’s DeepSeek Used Its Model to Train Competitor, *Financial Times*, 29.1.2025, ft.com/content/a0dfedd1-5255-4fa9-8ccc-1fe01de87ea6 (2.9.2025).',
  },
  {
    number: 20,
    written: 'Vgl. [thompson-2025]; [tompros-2025].',
    printed:
      'Vgl. Thompson: DeepSeek FAQ; Tompros, Young: DeepSeek, ChatGPT, and the Global Fight for Technological Supremacy.',
  },
  {
    number: 21,
    written: 'Vgl. [fuller-cramer-2008, 149].',
    printed:
      'Vgl. Matthew Fuller, Florian Cramer: Interface, in: Matthew Fuller (Hg.): *Software Studies*. A Lexicon, Cambridge (MA) 2008, 149–153, hier 149, doi.org/10.7551/mitpress/7725.003.0022.',
    italics: 'differ',
  },
  { number: 22, written: 'Vgl. [thompson-2025].', printed: 'Vgl. Thompson: DeepSeek FAQ.' },
  {
    number: 23,
    written: 'Vgl. [mackenzie-2021].',
    printed:
      'Vgl. Donald MacKenzie: *Trading at the Speed of Light. How Ultrafast Algorithms Are Transforming Financial Markets*, Princeton 2021.',
  },
  {
    number: 24,
    written: 'Vgl. [rella-2024, 7].',
    printed: 'Vgl. Rella: *Close to the Metal*, 7.',
    italics: 'differ',
  },
  {
    number: 25,
    written: 'Vgl. für eine Historisierung des Konnektionismus: [cardon-2018].',
    printed:
      'Vgl. für eine Historisierung des Konnektionismus: Dominique Cardon, Jean-Philippe Cointet, Antoine Mazières: *Neurons Spike Back. The Invention of Inductive Machines and the Artificial Intelligence Controversy*, in: *Réseaux*, Bd. 5, Nr. 211, 2018, 173–220, doi.org/10.3917/res.211.0173.',
    italics: 'differ',
  },
  {
    number: 26,
    written: 'Vgl. [rella-2024, 14].',
    printed: 'Vgl. Rella: *Close to the Metal*, 14.',
    italics: 'differ',
  },
  { number: 27, written: 'Vgl. [rella-2024, 7–11].', printed: 'Vgl. ebd., 7–11.' },
  { number: 28, written: 'Vgl. [rella-2024, 14].', printed: 'Vgl. ebd., 14.' },
  {
    number: 29,
    written: 'Vgl. [oh-jung-2004].',
    printed:
      'Vgl. Kyoung-Su Oh, Keechul Jung: GPU Implementation of Neural Networks, in: *Pattern Recognition*, Bd. 37, Nr. 6, 2004, 1311–1314, doi.org/10.1016/j.patcog.2004.01.013.',
  },
  {
    number: 30,
    written: 'Vgl. [raina-2009], Übers. YNF.',
    printed:
      'Vgl. Rajat Raina, Anand Madhavan, Andrew Y. Ng: Large-Scale Deep Unsupervised Learning Using Graphics Processors, in: *Proceedings of the 26th International Conference on Machine Learning*, Montreal, 14.6.2009, 873–880, doi.org/10.1145/1553374.1553486 (5.12.2025), Übers. YNF.',
  },
  {
    number: 31,
    written: 'Vgl. [offert-phan-2024, 52]. Offert und Phan beziehen sich auf [krizhevsky-2017].',
  },
  {
    number: 32,
    written: 'Vgl. [hooker-2020, 6].',
    printed:
      'Vgl. Sara Hooker: The Hardware Lottery, *arXiv*, 21.9.2020 (2. Fassung), 1–19, hier 6, doi.org/10.48550/arXiv.2009.06489 (5.12.2025).',
  },
  { number: 33, written: '[hooker-2020, 1].', printed: 'Ebd., 1.' },
  {
    number: 34,
    written: 'Vgl. [fritz-2024, 46].',
    printed:
      'Vgl. Yannick Fritz: Intelligenz als Machtkonzentration. Interview mit Meredith Whittaker, der Präsidentin von Signal, über KI und die Big-Tech-Konzerne, in: *springerin. Hefte für Gegenwartskunst*, Nr. 1: *ArtGPT*, 2024, 43–47, hier 46.',
  },
  { number: 35, written: 'Vgl. [sutton-2019].' },
  {
    number: 36,
    written: 'Vgl. [tan-2025].',
    printed:
      'Vgl. JS Tan: DeepSeeking the Truth, *The Baffler*, 21.5.2025, thebaffler.com/latest/deepseeking-the-truth-tan (4.9.2025).',
  },
  {
    number: 37,
    written: 'Vgl. [nellis-2022].',
    printed:
      'Vgl. Stephen Nellis, Karen Freifeld, Alexandra Alper: U.S. Aims to Hobble China’s Chip Industry with Sweeping New Export Rules, *Reuters*, 10.10.2022, reuters.com/technology/us-aims-hobble-chinas-chip-industry-with-sweeping-new-export-rules-2022-10-07 (9.9.2025).',
  },
  { number: 38, written: 'Vgl. [schneider-2024].' },
  {
    number: 39,
    written: 'Vgl. [guo-2025].',
    printed:
      'Vgl. Daya Guo u. a.: DeepSeek-R1 Incentivizes Reasoning in LLMs through Reinforcement Learning, in: *Nature*, Bd. 645, Nr. 8081, 2025, 633–638, doi.org/10.1038/s41586-025-09422-z.',
  },
  { number: 40, written: 'Vgl. [thompson-2025].', printed: 'Vgl. Thompson: DeepSeek FAQ.' },
  { number: 41, written: 'Vgl. [rella-2024, 9].', printed: 'Vgl. Rella: Close to the Metal, 9.' },
  { number: 42, written: 'Vgl. [rella-2024, 5].', printed: 'Vgl. ebd., 5.' },
  { number: 43, written: 'Vgl. [rella-2024, 5].', printed: 'Vgl. ebd.' },
  { number: 44, written: 'Vgl. [poell-2019, 3].' },
  { number: 45, written: 'Vgl. [widder-2023, 7].' },
  { number: 46, written: 'Vgl. [poell-2019, 6].' },
  {
    number: 47,
    written: 'Vgl. [burkhardt-rieder-2024, 2].',
    printed:
      'Vgl. Sarah Burkhardt, Bernhard Rieder: Foundation Models Are Platform Models. Prompting and the Political Economy of AI, in: Big Data & Society, Bd. 11, Nr. 2, 2024, 1–15, hier 2, doi.org/10.1177/20539517241247839.',
    italics: 'differ',
  },
  { number: 48, written: 'Vgl. [luitse-denkena-2021, 9].' },
  {
    number: 49,
    written: 'Vgl. [bradshaw-2024].',
    printed:
      'Vgl. Tim Bradshaw: Nvidia’s Rivals Take Aim at Its Software Dominance, *Financial Times*, 21.5.2024, ft.com/content/320f35de-9a6c-4dbf-b42f-9cdaaf35e45bb (3.12.2025).',
  },
  { number: 50, written: 'Vgl. [deepseek-r1-2025].' },
  {
    number: 51,
    written: 'Vgl. [fritz-2024, 46].',
    printed: 'Vgl. Fritz: Intelligenz als Machtkonzentration, 46.',
  },
  {
    number: 52,
    written: 'Vgl. [nature-2025].',
    printed:
      'Vgl. o. A.: Bring Us Your LLMs. Why Peer Review Is Good for AI Models, in: *Nature*, Bd. 645, Nr. 8081, 2025, 559, doi.org/10.1038/d41586-025-02979-9.',
  },
  {
    number: 53,
    written: 'Vgl. [srnicek-2025, 65].',
    printed:
      'Vgl. Nick Srnicek: *Silicon Empires. The Fight for the Future of AI*, Cambridge (UK) 2025, 65.',
  },
  { number: 54, written: 'Vgl. [srnicek-2025, 138].', printed: 'Vgl. ebd., 138.' },
  { number: 55, written: 'Liang Wengfeng zit. n. [schneider-2024].' },
  { number: 56, written: 'Josh Hawley zit. n. [ramkumar-2025].' },
  { number: 57, written: '[lehane-2025, 3].' },
  { number: 58, written: 'Vgl. [tan-2025].', printed: 'Vgl. Tan: DeepSeeking the Truth.' },
  {
    number: 59,
    written: 'Vgl. [srnicek-2025, 73–126].',
    printed: 'Vgl. Srnicek: *Silicon Empires*, 73–126.',
  },
  { number: 60, written: 'Vgl. [tan-2025].', printed: 'Vgl. Tan: DeepSeeking the Truth.' },
  { number: 61, written: 'Vgl. [huang-2025]; [wu-2025].' },
  {
    number: 62,
    written: 'Vgl. [butts-2025].',
    printed:
      'Vgl. Dylan Butts: DeepSeek Hints Latest Model Will Be Compatible with China’s «Next Generation» Homegrown AI Chips, *MSN*, 22.8.2025, msn.com/en-us/technology/hardware-and-devices/deepseek-hints-latest-model-will-be-supported-by-chinas-next-generation-homegrown-ai-chips/ar-AA1LoWom (5.9.2025).',
  },
  { number: 63, written: 'Vgl. [schneider-2024].' },
  {
    number: 64,
    written: 'Vgl. [srnicek-2025, 138].',
    printed: 'Vgl. Srnicek: *Silicon Empires*, 138.',
  },
  { number: 65, written: 'Vgl. [pasquinelli-joler-2021, 1269].' },
  { number: 66, written: 'Vgl. [amoore-2024, 4], Übers. YNF.' },
  { number: 67, written: 'Vgl. [sterne-2015, 36].' },
  { number: 68, written: '[sterne-2015, 34].', printed: 'Ebd., 34.' },
  {
    number: 69,
    written: 'Vgl. [rella-2024, 16].',
    printed: 'Vgl. Rella: *Close to the Metal*, 16.',
    italics: 'differ',
  },
  { number: 70, written: 'Vgl. [vaswani-2023].' },
  {
    number: 71,
    written: 'Vgl. [bengio-1994].',
    printed:
      'Vgl. Yoshua Bengio, Patrice Simard, Paolo Frasconi: Learning Long-Term Dependencies with Gradient Descent Is Difficult, in: *IEEE Transactions on Neural Networks*, Bd. 5, Nr. 2, 1994, 157–166, doi.org/10.1109/72.279181.',
  },
  {
    number: 72,
    written: 'Vgl. [luitse-denkena-2021, 7].',
    printed: 'Vgl. Luitse, Denkena: *The Great Transformer*, 7.',
    italics: 'differ',
  },
  {
    number: 73,
    written: 'Vgl. [fazi-2024, 35].',
    printed:
      'Vgl. M. Beatrice Fazi: The Computational Search for Unity. Synthesis in Generative AI, in: *Journal of Continental Philosophy*, Bd. 5, Nr. 1, 2024, 31–56, hier 35, doi.org/10.5840/jcp202411052.',
  },
  { number: 74, written: 'Vgl. [fazi-2024, 47].', printed: 'Vgl. ebd., 47.' },
  {
    number: 75,
    written: 'Vgl. [offert-2025, TC 00:05:34–00:05:43], Übers. YNF.',
    printed:
      'Vgl. Fabian Offert: «Vector Media». Towards a Materialist Epistemology of Artificial Intelligence [Video vom Vortrag, gehalten am 13.3.2025 am Berkeley Department of German], hochgeladen von @Sunrise Lecture on Media and Technology am 17.3.2025 auf YouTube, youtu.be/xNfY5d7tow (7.12.2025), TC 00:05:34–00:05:43, Übers. YNF.',
  },
  {
    number: 76,
    written: 'Vgl. [roberge-lebrun-2023, 46].',
    printed:
      'Vgl. Jonathan Roberge, Tom Lebrun: Parrots All the Way Down. Controversies within AI’s Conquest of Language, in: Richard Groß, Rita Jordan (Hg.): *KI-Realitäten. Modelle, Praktiken und Topologien maschinellen Lernens*, Bielefeld 2023, 39–65, hier 46, doi.org/10.14361/9783839466605-003.',
  },
  {
    number: 77,
    written: '[pasquinelli-2025, 12], Übers. YNF. Vgl. [offert-2025, TC 00:34:19–00:35:14].',
  },
  { number: 78, written: 'Vgl. [floridi-2024, 4], Übers. YNF. Vgl. [srnicek-2025, 73–126].' },
  {
    number: 79,
    written: 'Vgl. [floridi-2020, 370 f.].',
    printed:
      'Vgl. Luciano Floridi: *The Fight for Digital Sovereignty. What It Is, and Why It Matters, Especially for the EU*, in: *Philosophy & Technology*, Bd. 33, Nr. 3, 2020, 369–378, hier 370 f., doi.org/10.1007/s13347-020-00423-6.',
    italics: 'differ',
  },
  { number: 80, written: 'Vgl. [floridi-2024, 5], Übers. YNF.' },
  {
    number: 81,
    written: 'Vgl. [floridi-2024, 4], Übers. YNF.',
    printed: 'Vgl. ebd., 4, Übers. YNF.',
  },
  {
    number: 82,
    written: 'Vgl. [hayles-1999].',
    printed:
      'Vgl. N. Katherine Hayles: *How We Became Posthuman. Virtual Bodies in Cybernetics, Literature, and Informatics*, Chicago 1999.',
  },
  {
    number: 83,
    written:
      'Vgl. z. B. [gabrys-2011]; [parikka-2015]; [innis-1975]; [mcluhan-1992]; [kittler-1993].',
  },
  {
    number: 84,
    written: 'Vgl. [floridi-2024, 3].',
    printed: 'Vgl. Floridi: *The Hardware Turn in the Digital Discourse*, 3.',
    italics: 'differ',
  },
  {
    number: 85,
    written: 'Vgl. [balbi-2023].',
    printed:
      'Vgl. Gabriele Balbi: *The Digital Revolution. A Short History of an Ideology*, Oxford 2023.',
  },
  { number: 86, written: '[nadella-2025].' },
  {
    number: 87,
    written: '[reuters-2025].',
    printed:
      'Reuters: Microsoft Rolls out DeepSeek’s AI Model on Azure, Reuters, 29.1.2025, reuters.com/technology/artificial-intelligence/microsoft-rolls-out-deepseeks-ai-model-azure-2025-01-29 (6.12.2025).',
    italics: 'differ',
  },
  { number: 88, written: '[hooker-2020, 7].', printed: 'Hooker: The Hardware Lottery, 7.' },
  {
    number: 89,
    written: 'Vgl. z. B. [saul-2025].',
    printed:
      'Vgl. z. B. Josh Saul, Riley Griffin, Naureen S. Malik: Meta Looks to Power Trading to Support Its AI Energy Needs, Bloomberg, 21.11.2025, bloomberg.com/news/articles/2025-11-21/meta-enters-power-trading-to-support-ai-data-centers (28.11.2025).',
    italics: 'differ',
  },
  {
    number: 90,
    written: 'Vgl. [kockelman-2024, 98].',
    printed:
      'Vgl. Paul Kockelman: *Last Words. Large Language Models and the AI Apocalypse*, Chicago 2024, 98.',
  },
  { number: 91, written: 'Vgl. [kockelman-2024, 104].', printed: 'Vgl. ebd., 104.' },
]
