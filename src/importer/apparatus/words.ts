/** English words that are not also German (in, an, so, was, die, war …). */
export const english: ReadonlySet<string> = new Set(
  `a about above across after again against all also always among another any anything are around as at away
  back be because been before behind being best better between beyond big bigger both but by can cannot close
  closer could do does doing done don't down during each either else even ever every everything few first
  following from full further get give given go good had has have having he hence her here high him his how
  however human i if into is isn't it its just keep know language large last latent later learning less
  lesson level like little long look machine made make making many may me means media memory might more most
  much must my near need neither neural never new next no nor not nothing now of off often old on once one only
  open or other our out over own people power rather real right same see seen several shall she should since
  some something source space state still such take than that the their them then there therefore these they
  thing things think this those though through thus time to together too toward turn two under until upon us
  use used using value very via way we web weight well were what when where whether which while who whole
  whose why will with within without word words work working world would yet you your
  compute computer data framework hardware interface knowledge network networks processing science scale
  share sharing shelf software society standard standards tool tools training units
  user view virtual writing shape failure failures success`.split(/\s+/),
)

/** German words that are not also English. */
export const german: ReadonlySet<string> = new Set(
  `aber alle allem allen aller alles als am andere anderen auch auf aus bei beim bereits bis bzw da dabei damit
  danach dann daran darauf daraus darin das dass davon dazu dem den denen denn der deren des dessen die dies
  diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er erst es etwa etwas
  euch für gegen gewesen haben hatte hier hin ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer ins ist jede
  jedem jeden jeder jedes jene jenem jenen jener jenes kann kein keine keinem keinen keiner können man mehr
  mein mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner
  seit sich sie sind soll sollte sondern sowie um und uns unter vom von vor warum weil wenn werden wie wieder
  wir wird wo worden wurde wurden zu zum zur zwar zwischen zwei über`.split(/\s+/),
)
